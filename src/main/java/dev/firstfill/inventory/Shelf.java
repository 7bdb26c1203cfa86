package dev.firstfill.inventory;

import dev.firstfill.patients.PatientId;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The shelves as they are looked at, nothing locked and nothing changed. */
public final class Shelf {
    private final Mutiny.QueryProducer session;
    private final Clock clock;

    public Shelf(Mutiny.QueryProducer session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /** Earliest expiry first; among lots that expire on one day, the one received first. */
    public Uni<Proposal> propose(StockWish wish) {
        return session.createSelectionQuery("""
                        select l.id, l.onHand - l.reserved, l.ownership, l.patient from StockLot l
                        where l.drug = :drug and l.status = 'AVAILABLE' and l.expiresOn >= :until
                          and l.onHand > l.reserved
                        order by l.expiresOn, l.receivedAt, l.id
                        """, Object[].class)
                .setParameter("drug", wish.drug().value())
                .setParameter("until", LotRules.usableUntil(LocalDate.now(clock), wish.mustLastUntil()))
                .getResultList()
                .map(rows -> Proposal.from(
                        rows.stream()
                                .filter(row -> serves(row, wish))
                                .map(row -> new LotShare(new StockLotId((UUID) row[0]), (BigDecimal) row[1]))
                                .toList(),
                        wish.quantity()));
    }

    private static boolean serves(Object[] row, StockWish wish) {
        var patient = row[3] == null ? null : new PatientId((UUID) row[3]);
        return LotRules.serves(Ownership.valueOf((String) row[2]), patient, wish);
    }
}
