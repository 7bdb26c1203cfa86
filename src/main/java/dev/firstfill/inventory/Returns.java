package dev.firstfill.inventory;

import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.Journal;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.Seals;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What comes back from dispenses. It lies in a row of its own, beside what never left, until a pharmacist decides on
 * it: most states forbid selling again what has left the pharmacy.
 */
final class Returns {
    private final Mutiny.Session session;
    private final Journal journal;
    private final Clock clock;
    private final StockLots lots;
    private final StockLevels levels;
    private final StockBook book;
    private final Recalls recalls;

    Returns(Mutiny.Session session, Seals seals, Journal journal, Clock clock) {
        this.session = session;
        this.journal = journal;
        this.clock = clock;
        this.lots = new StockLots(session);
        this.levels = new StockLevels(session);
        this.book = new StockBook(session, seals);
        this.recalls = new Recalls(session, seals);
    }

    Uni<Void> takeBack(UUID dispense, StockLotId lot, BigDecimal quantity, TakeBack how, Colleague by) {
        if (quantity.signum() <= 0) {
            throw new InventoryRefusals.QuantityNotPositive();
        }
        var now = Now.by(clock);
        return lots.identity(lot)
                .call(identity -> levels.lock(Set.of(identity.drug()), now))
                .chain(identity -> apart(identity, now))
                .call(apart -> lots.locked(List.of(lot.value(), apart.value())))
                .call(() -> mustHaveLeft(dispense, lot, quantity))
                .chain(lots::locked)
                .chain(apart -> putApart(
                        apart,
                        quantity,
                        how,
                        Stamp.of(by, now).dispense(dispense).otherLot(lot.value())))
                .chain(session::flush);
    }

    private Uni<StockLotId> apart(LotIdentity identity, Instant now) {
        return recalls.isOpenFor(identity.drug(), identity.lotNumber())
                .chain(recalled -> lots.opened(
                        identity.returned(true), recalled ? LotStatus.RECALLED : LotStatus.QUARANTINED, now));
    }

    private Uni<Void> mustHaveLeft(UUID dispense, StockLotId lot, BigDecimal quantity) {
        return book.takenBy(dispense)
                .chain(taken -> book.returned(dispense, lot).invoke(returned -> {
                    var left = taken.getOrDefault(lot.value(), BigDecimal.ZERO).subtract(returned);
                    if (quantity.compareTo(left) > 0) {
                        throw new InventoryRefusals.MoreThanDispensed();
                    }
                }))
                .replaceWithVoid();
    }

    private Uni<Void> putApart(StockLot apart, BigDecimal quantity, TakeBack how, Stamp stamp) {
        var back = book.write(apart, MovementKind.RETURN, quantity, stamp);
        return switch (how) {
            case WASTE -> back.chain(() -> book.write(apart, MovementKind.WASTE, quantity, stamp));
            case TO_QUARANTINE ->
                back.invoke(() -> journal.announce(
                        new Event("stock-lot.returned", "stock-lot", apart.id().value(), apart.version() + 1)));
        };
    }
}
