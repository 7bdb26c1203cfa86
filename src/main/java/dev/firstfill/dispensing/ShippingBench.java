package dev.firstfill.dispensing;

import dev.firstfill.inventory.StockLotId;
import dev.firstfill.inventory.TakeBack;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where boxes are packed, handed over to the carrier, and followed to the patient's door or back. */
@ApplicationScoped
public class ShippingBench {
    private static final Act PLAN = Act.of("plan shipment of", "dispense");
    private static final Act PACK = Act.of("pack", "dispense");
    private static final Act SHIP = Act.of("ship", "dispense");
    private static final Act DELIVER = Act.of("deliver", "dispense");
    private static final Act EXCEPT = Act.of("report exception of", "dispense");
    private static final Act RETURN = Act.of("take back", "dispense");
    private static final Act REVERSE = Act.of("reverse", "dispense");

    private final Transactions transactions;
    private final Clock clock;

    public ShippingBench(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    public Uni<Dispense> plan(DispenseReference dispense, ShippingPlan plan, Colleague by) {
        return transactions.write(PLAN, desk -> DispenseInHand.take(desk, clock, dispense, by)
                .map(DispenseInHand::mustBeOpen)
                .chain(hand -> hand.write(record -> record.with(plan))
                        .put(
                                DispenseEventKind.PLANNED,
                                Map.of("shipOn", plan.shipOn().toString()))));
    }

    public Uni<Dispense> pack(DispenseReference dispense, Colleague by) {
        return transactions.write(PACK, desk -> DispenseInHand.take(desk, clock, dispense, by)
                .invoke(hand -> hand.row().move(DispenseMove.PACK, hand.now()))
                .chain(hand -> hand.put(DispenseEventKind.PACKED, Map.of())));
    }

    /**
     * Looks at all gates once more, and takes the stock off the shelf.
     *
     * @param trackingNumber the carrier's
     */
    public Uni<Dispense> ship(DispenseReference dispense, String trackingNumber, Colleague by) {
        return transactions.write(SHIP, desk -> DispenseInHand.take(desk, clock, dispense, by)
                .invoke(hand -> hand.row().ship(hand.now()))
                .chain(hand -> hand.passGates()
                        .call(() -> hand.stock().dispense(hand.row().id().value(), by))
                        .invoke(facts -> hand.write(record -> record.with(new Shipment(
                                plan(record).carrier(),
                                plan(record).service(),
                                trackingNumber,
                                facts.drug().storage()))))
                        .chain(() -> hand.put(
                                DispenseEventKind.SHIPPED,
                                Map.of("carrier", plan(hand.dispense().record()).carrier())))));
    }

    /** The gates have looked: without an address, nothing is shipped. */
    private static ShippingPlan plan(DispenseRecord record) {
        if (record.plan() == null) {
            throw new IllegalStateException("The gate of the address let a dispense without a plan pass.");
        }
        return record.plan();
    }

    /** @param at when somebody took it, as the carrier says */
    public Uni<Dispense> deliver(DispenseReference dispense, Instant at, Colleague by) {
        return transactions.write(DELIVER, desk -> DispenseInHand.take(desk, clock, dispense, by)
                .invoke(hand -> hand.row().deliver(at, hand.now()))
                .chain(hand -> hand.put(DispenseEventKind.DELIVERED, Map.of("deliveredAt", at.toString()))));
    }

    public Uni<Dispense> except(
            DispenseReference dispense, DeliveryException what, @Nullable String note, Colleague by) {
        return transactions.write(EXCEPT, desk -> DispenseInHand.take(desk, clock, dispense, by)
                .invoke(hand -> hand.row().move(DispenseMove.EXCEPT, hand.now()))
                .chain(hand -> hand.put(DispenseEventKind.EXCEPTION, Map.of("exception", what.name()), note)));
    }

    /**
     * What comes back never goes onto the shelf by itself: an intact box that nobody opened waits for a pharmacist, and
     * what was with the patient is waste.
     */
    public Uni<Dispense> takeBack(DispenseReference dispense, boolean intact, @Nullable String note, Colleague by) {
        return transactions.write(
                RETURN, desk -> DispenseInHand.take(desk, clock, dispense, by).chain(hand -> {
                    boolean wasWithPatient = hand.row().state() == DispenseState.DELIVERED;
                    var where = intact && !wasWithPatient ? TakeBack.TO_QUARANTINE : TakeBack.WASTE;
                    hand.row().comeBack(hand.now());
                    return takenBack(hand, where)
                            .chain(() -> hand.put(DispenseEventKind.RETURNED, Map.of("to", where.name()), note));
                }));
    }

    private static Uni<Void> takenBack(DispenseInHand hand, TakeBack where) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (var lot : hand.dispense().lots()) {
            if (lot.stockLot() != null) {
                var stockLot = new StockLotId(lot.stockLot());
                all = all.chain(() ->
                        hand.stock().takeBack(hand.row().id().value(), stockLot, lot.quantity(), where, hand.by()));
            }
        }
        return all;
    }

    /** Undoes what left and will not reach the patient: the fill and the money are given back. */
    public Uni<Dispense> reverse(
            DispenseReference dispense, UndoingReason reason, @Nullable String note, Colleague by) {
        return transactions.write(
                REVERSE, desk -> DispenseInHand.take(desk, clock, dispense, by).chain(hand -> {
                    desk.journal().because(reason);
                    hand.row().move(DispenseMove.REVERSE, hand.now());
                    return new Undoing(desk, hand)
                            .giveBack()
                            .chain(() -> hand.put(DispenseEventKind.REVERSED, Map.of("reason", reason.name()), note));
                }));
    }
}
