package dev.firstfill.inventory;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** What is set aside for a dispense, for whoever only looks: nothing is locked, and it may be another a moment later. */
public final class HeldStock {
    private final Mutiny.QueryProducer session;
    private final LocalDate today;

    public HeldStock(Mutiny.QueryProducer session, LocalDate today) {
        this.session = session;
        this.today = today;
    }

    /** As {@link StockRoom#problemsOf}. */
    public Uni<List<LotProblem>> problemsOf(UUID dispense, LocalDate mustLastUntil) {
        return session.createSelectionQuery("""
                        from StockLot l
                        where l.id in (
                          select m.lot from StockMovement m
                          where m.dispense = :dispense
                          group by m.lot
                          having sum(m.reservedChange) > 0)
                        order by l.id
                        """, StockLot.class)
                .setParameter("dispense", dispense)
                .getResultList()
                .map(lots -> lots.stream()
                        .flatMap(lot -> LotRules.problem(lot, today, mustLastUntil).stream())
                        .toList());
    }
}
