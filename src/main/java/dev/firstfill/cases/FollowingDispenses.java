package dev.firstfill.cases;

import dev.firstfill.dispensing.DispenseId;
import dev.firstfill.dispensing.DispenseLog;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Consequence;
import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The fill moves its case: queued, filled, verified, shipped, delivered, or back. A fill of a case that is not cleared,
 * or is on hold, is refused before anything is done. Prescriptions without a case are none of this class's business.
 */
@ApplicationScoped
public class FollowingDispenses implements Consequence {
    /** In this order they lead to the patient, so that whoever skips one has done those before it. */
    private static final Map<String, List<CaseMove>> FORWARD = Map.of(
            "dispense.queued", List.of(CaseMove.QUEUE_DISPENSE),
            "dispense.filled", List.of(CaseMove.QUEUE_DISPENSE, CaseMove.START_DISPENSING),
            "dispense.verified", List.of(CaseMove.QUEUE_DISPENSE, CaseMove.START_DISPENSING, CaseMove.COMPLETE_FILL),
            "dispense.shipped",
                    List.of(CaseMove.QUEUE_DISPENSE, CaseMove.START_DISPENSING, CaseMove.COMPLETE_FILL, CaseMove.SHIP));

    private static final Map<String, List<CaseMove>> OTHERWISE = Map.of(
            "dispense.rejected", List.of(CaseMove.REJECT_FILL),
            "dispense.cancelled", List.of(CaseMove.UNDO_FILL),
            "dispense.delivered", List.of(CaseMove.DELIVER),
            "dispense.exception", List.of(CaseMove.REPORT_DELIVERY_EXCEPTION),
            "dispense.returned", List.of(CaseMove.REPORT_DELIVERY_EXCEPTION),
            "dispense.reversed", List.of(CaseMove.REPLACE, CaseMove.REPLACE_RETURNED));

    private final Transactions transactions;
    private final Clock clock;

    public FollowingDispenses(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public boolean followsFrom(Event event) {
        return FORWARD.containsKey(event.type()) || OTHERWISE.containsKey(event.type());
    }

    @Override
    public Uni<Void> follow(Event event, Colleague by) {
        return new CaseFollowing(transactions, clock, by)
                .each(
                        desk -> new DispenseLog(desk.session())
                                .outline(new DispenseId(event.id()))
                                .chain(dispense -> new Cases(desk.session(), desk.seals())
                                        .openOf(dispense.patient(), dispense.prescription()))
                                .map(row -> row.stream().toList()),
                        hand -> new DispenseLog(hand.desk().session())
                                .outline(new DispenseId(event.id()))
                                .chain(dispense -> follow(event, dispense, hand)));
    }

    private Uni<Void> follow(Event event, DispenseLog.Outline dispense, CaseInHand hand) {
        var facts = Map.of("dispense", event.id().toString());
        var forward = FORWARD.get(event.type());
        if (forward == null) {
            if (isOfAnotherFill(event, hand)) {
                return Uni.createFrom().voidItem();
            }
            if (event.type().equals("dispense.reversed")) {
                hand.row().learn(known -> known.withoutSupplyOf(event.id()));
            }
            return CaseFollowing.inOrder(hand, OTHERWISE.get(event.type()), facts);
        }
        var state = hand.row().state();
        if (!(state instanceof CaseState.Fillable
                || state instanceof CaseState.InPharmacy
                || state instanceof CaseState.UnderWay)) {
            throw new CaseRefusals.CaseNotCleared(hand.row().opened().number(), state);
        }
        if (event.type().equals("dispense.shipped")) {
            hand.row().learn(known -> known.with(supply(known, dispense)));
        }
        return CaseFollowing.inOrder(hand, forward, facts);
    }

    /** What came back or was undone is not what the case is about when something else was shipped since. */
    private static boolean isOfAnotherFill(Event event, CaseInHand hand) {
        var supply = hand.row().facts().supply();
        return hand.row().state() instanceof CaseState.AdherenceFollowUp
                && supply != null
                && !supply.dispense().equals(event.id());
    }

    /** What is left of the supply before is taken first. */
    private CaseFacts.Supply supply(CaseFacts known, DispenseLog.Outline dispense) {
        var shipped = LocalDate.now(clock);
        var before = known.supply();
        var begun = before == null || before.runsOutOn().isBefore(shipped) ? shipped : before.runsOutOn();
        return new CaseFacts.Supply(
                dispense.dispense().value(), shipped, dispense.daysSupply(), begun.plusDays(dispense.daysSupply()));
    }
}
