package dev.firstfill.inventory;

import dev.firstfill.drugs.Formulary;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.kernel.Writing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Where stock on the shelf is moved, held back, decided on and thrown away. */
@ApplicationScoped
public class StockDesk {
    private static final Act TRANSFER = Act.of("transfer", "stock-lot");
    private static final Act WASTE = Act.of("waste", "stock-lot");
    private static final Act HOLD = Act.of("hold", "stock-lot");
    private static final Act DECIDE = Act.of("decide", "stock-lot");

    private final Transactions transactions;
    private final Clock clock;

    public StockDesk(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Puts free units into another place; good and doubtful ones are not mixed there.
     *
     * @param location its id or name
     * @return what lies at the other place then
     */
    public Uni<Lot> transfer(StockLotId id, BigDecimal quantity, String location, Colleague by) {
        return transactions.write(TRANSFER, desk -> {
            desk.journal().about(id.toString());
            var lots = new StockLots(desk.session());
            var stamp = Stamp.of(by, Now.by(clock));
            return lots.identity(id)
                    .call(identity -> new StockLevels(desk.session()).lock(Set.of(identity.drug()), stamp.at()))
                    .chain(identity -> destination(desk, identity, location))
                    .chain(there -> lots.status(id).chain(status -> lots.opened(there, status, stamp.at())))
                    .chain(there -> lots.locked(List.of(id.value(), there.value()))
                            .chain(both -> transfer(desk, both, id, quantity, stamp)));
        });
    }

    private static Uni<LotIdentity> destination(Writing desk, LotIdentity identity, String location) {
        return new Formulary(desk.session()).drug(identity.drug()).chain(drug -> new StockLocations(desk.session())
                .find(location)
                .invoke(found -> found.mustTake(drug.details().storage()))
                .map(found -> {
                    if (found.id().equals(identity.location())) {
                        throw new InventoryRefusals.SameLocation();
                    }
                    return identity.in(found.id());
                }));
    }

    private static Uni<Lot> transfer(
            Writing desk, List<StockLot> both, StockLotId id, BigDecimal quantity, Stamp stamp) {
        var from = both.stream().filter(lot -> lot.id().equals(id)).findFirst().orElseThrow();
        var into = both.stream().filter(lot -> !lot.id().equals(id)).findFirst().orElseThrow();
        if (into.status() != from.status()) {
            throw new InventoryRefusals.LotsDiffer();
        }
        var book = new StockBook(desk.session(), desk.seals());
        var before = into.seen(null);
        return book.write(
                        from,
                        MovementKind.TRANSFER_OUT,
                        quantity,
                        stamp.otherLot(into.id().value()))
                .chain(() -> book.write(into, MovementKind.TRANSFER_IN, quantity, stamp.otherLot(id.value())))
                .chain(desk.session()::flush)
                .map(done -> told(desk, "stock-lot.transferred", before, into));
    }

    /** @param words what is to be remembered of it, kept sealed */
    public Uni<Lot> waste(
            StockLotId id, BigDecimal quantity, WasteReason reason, @Nullable String words, Colleague by) {
        return changed(WASTE, id, "stock-lot.wasted", (desk, lot) -> new StockBook(desk.session(), desk.seals())
                .write(lot, MovementKind.WASTE, quantity, stamp(by).because(reason.name(), words)));
    }

    /** @param as {@link LotStatus#QUARANTINED}, or {@link LotStatus#DAMAGED} for what is to be wasted */
    public Uni<Lot> hold(StockLotId id, LotStatus as, HoldReason reason, @Nullable String words, Colleague by) {
        if (as != LotStatus.QUARANTINED && as != LotStatus.DAMAGED) {
            throw new InventoryRefusals.NotAHold();
        }
        return changed(HOLD, id, "stock-lot.held", (desk, lot) -> {
            var stamp = stamp(by).because(reason.name(), words);
            lot.become(as, stamp.at());
            return new StockBook(desk.session(), desk.seals()).write(lot, MovementKind.QUARANTINE, lot.onHand(), stamp);
        });
    }

    /** @param basis on what the decision rests, such as the manufacturer's answer on stability; kept sealed */
    public Uni<Lot> decide(StockLotId id, Disposition decision, String basis, Colleague by) {
        return transactions.write(DECIDE, desk -> {
            desk.journal().about(id.toString());
            var decisions = new Decisions(desk.session(), desk.seals(), desk.journal());
            var stamp = stamp(by).because(decision.name(), basis);
            return decisions
                    .locked(List.of(id), stamp.at())
                    .map(List::getFirst)
                    .call(() -> refuseInExcursion(desk, id))
                    .chain(lot -> {
                        var before = lot.seen(null);
                        return decisions
                                .apply(lot, decision, stamp)
                                .chain(desk.session()::flush)
                                .map(done -> told(desk, "stock-lot.decided", before, lot));
                    });
        });
    }

    private static Uni<Void> refuseInExcursion(Writing desk, StockLotId id) {
        return new Excursions(desk.session(), desk.seals())
                .undecided()
                .invoke(open -> {
                    if (open.stream().anyMatch(excursion -> excursion.waitsFor(id))) {
                        throw new InventoryRefusals.ExcursionOpen();
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Lot> changed(Act act, StockLotId id, String event, BiFunction<Writing, StockLot, Uni<Void>> work) {
        return transactions.write(act, desk -> {
            desk.journal().about(id.toString());
            return new StockLots(desk.session()).locked(id).chain(lot -> {
                var before = lot.seen(null);
                return work.apply(desk, lot).chain(desk.session()::flush).map(done -> told(desk, event, before, lot));
            });
        });
    }

    private static Lot told(Writing desk, String event, Lot before, StockLot lot) {
        var after = lot.seen(null);
        desk.journal().changed(lot.id().value(), null, before, after);
        desk.journal().announce(new Event(event, "stock-lot", lot.id().value(), lot.version()));
        return after;
    }

    private Stamp stamp(Colleague by) {
        return Stamp.of(by, Now.by(clock));
    }
}
