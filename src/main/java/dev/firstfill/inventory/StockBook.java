package dev.firstfill.inventory;

import dev.firstfill.kernel.Ids;
import dev.firstfill.kernel.Seals;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Writes movements, the only way in which a lot's quantities change, and asks what a dispense holds and took. */
final class StockBook {
    private static final String HELD = "sum(m.reservedChange)";
    private static final String TAKEN = "sum(case m.kind when 'DISPENSE' then m.quantity else 0 end)";

    private final Mutiny.Session session;
    private final Seals seals;

    StockBook(Mutiny.Session session, Seals seals) {
        this.session = session;
        this.seals = seals;
    }

    /** @param signed the quantity; negative for an adjustment that takes away */
    Uni<Void> write(StockLot lot, MovementKind kind, BigDecimal signed, Stamp stamp) {
        lot.move(kind, signed, stamp.at());
        var id = Ids.next();
        return session.persist(new StockMovement(id, lot, kind, signed, stamp, sealed(id, stamp.reason())));
    }

    private byte @Nullable [] sealed(UUID movement, @Nullable String reason) {
        return reason == null ? null : seals.seal(place(movement), reason.getBytes(StandardCharsets.UTF_8));
    }

    static Seals.Place place(UUID movement) {
        return new Seals.Place("stock_movement", "reason", movement);
    }

    /** What is reserved for a dispense now, by lot. */
    Uni<Map<UUID, BigDecimal>> heldFor(UUID dispense) {
        return sums(HELD, dispense);
    }

    /** What a dispense took, by lot, whatever came back since. */
    Uni<Map<UUID, BigDecimal>> takenBy(UUID dispense) {
        return sums(TAKEN, dispense);
    }

    /** What of a lot came back from a dispense. */
    Uni<BigDecimal> returned(UUID dispense, StockLotId lot) {
        return session.createSelectionQuery("""
                        select coalesce(sum(m.quantity), 0) from StockMovement m
                        where m.dispense = :dispense and m.kind = 'RETURN' and m.otherLot = :lot
                        """, BigDecimal.class)
                .setParameter("dispense", dispense)
                .setParameter("lot", lot.value())
                .getSingleResult();
    }

    private Uni<Map<UUID, BigDecimal>> sums(String what, UUID dispense) {
        return session.createSelectionQuery("""
                        select m.lot, %1$s from StockMovement m
                        where m.dispense = :dispense
                        group by m.lot
                        having %1$s > 0
                        order by m.lot
                        """.formatted(what), Object[].class)
                .setParameter("dispense", dispense)
                .getResultList()
                .map(StockBook::byLot);
    }

    private static Map<UUID, BigDecimal> byLot(List<Object[]> rows) {
        var sums = new LinkedHashMap<UUID, BigDecimal>();
        rows.forEach(row -> sums.put((UUID) row[0], (BigDecimal) row[1]));
        return sums;
    }

    /** One after the other: a session does one thing at a time. */
    static <T> Uni<Void> each(Collection<T> things, Function<T, Uni<?>> work) {
        return Multi.createFrom()
                .iterable(things)
                .onItem()
                .transformToUniAndConcatenate(thing -> work.apply(thing).replaceWithVoid())
                .onItem()
                .ignoreAsUni();
    }
}
