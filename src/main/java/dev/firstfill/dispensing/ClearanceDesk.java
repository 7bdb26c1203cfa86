package dev.firstfill.dispensing;

import dev.firstfill.claims.ClaimBook;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Where what opens a gate is written onto a dispense: what a programme, a patient or a colleague has said. */
@ApplicationScoped
public class ClearanceDesk {
    private static final Act RECORD_REMS = Act.of("record REMS authorisation of", "dispense");
    private static final Act SETTLE_COPAY = Act.of("settle copay of", "dispense");
    private static final Act EXEMPT = Act.of("exempt from claim", "dispense");
    private static final Act WITHDRAW_EXEMPTION = Act.of("withdraw claim exemption of", "dispense");
    private static final Act HEAR = Act.of("hear tolerance of", "dispense");

    private final Transactions transactions;
    private final Clock clock;

    public ClearanceDesk(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    public Uni<Dispense> authorised(DispenseReference dispense, RemsAuthorisation rems, Colleague by) {
        return cleared(
                RECORD_REMS,
                dispense,
                record -> record.with(rems),
                DispenseEventKind.REMS_AUTHORISED,
                Map.of("validUntil", rems.validUntil().toString()),
                by);
    }

    public Uni<Dispense> settled(DispenseReference dispense, CopaySettlement copay, Colleague by) {
        return cleared(
                SETTLE_COPAY,
                dispense,
                record -> record.with(copay),
                DispenseEventKind.COPAY_SETTLED,
                Map.of("method", copay.method().name()),
                by);
    }

    public Uni<Dispense> exempted(DispenseReference dispense, ClaimExemption exemption, Colleague by) {
        return transactions.write(EXEMPT, desk -> DispenseInHand.take(desk, clock, dispense, by)
                .map(DispenseInHand::mustBeOpen)
                .call(hand -> new ClaimBook(desk.session(), desk.seals(), desk.journal())
                        .giveUpRejected(hand.row().id().value(), by, hand.now()))
                .chain(hand -> hand.write(record -> record.with(exemption))
                        .put(
                                DispenseEventKind.CLAIM_EXEMPTED,
                                Map.of("reason", exemption.reason().name()))));
    }

    /** It is to be billed after all, as long as it has not left. */
    public Uni<Dispense> exemptionWithdrawn(DispenseReference dispense, Colleague by) {
        return transactions.write(WITHDRAW_EXEMPTION, desk -> DispenseInHand.take(desk, clock, dispense, by)
                .map(DispenseInHand::mustBeOpen)
                .invoke(hand -> {
                    if (hand.dispense().record().exemption() == null) {
                        throw new DispensingRefusals.NotExempt();
                    }
                })
                .chain(hand -> hand.write(DispenseRecord::withoutExemption)
                        .put(DispenseEventKind.CLAIM_EXEMPTION_WITHDRAWN, Map.of())));
    }

    private Uni<Dispense> cleared(
            Act act,
            DispenseReference dispense,
            UnaryOperator<DispenseRecord> change,
            DispenseEventKind kind,
            Map<String, String> facts,
            Colleague by) {
        return transactions.write(act, desk -> DispenseInHand.take(desk, clock, dispense, by)
                .map(DispenseInHand::mustBeOpen)
                .chain(hand -> hand.write(change).put(kind, facts)));
    }

    /** Of the first part of a split fill, once it has left. */
    public Uni<Dispense> heard(DispenseReference dispense, ToleranceCall call, Colleague by) {
        return transactions.write(HEAR, desk -> DispenseInHand.take(desk, clock, dispense, by)
                .invoke(hand -> hand.row().hear(call.outcome(), hand.now()))
                .chain(hand -> hand.put(
                        DispenseEventKind.TOLERANCE_HEARD,
                        Map.of(
                                "outcome", call.outcome().name(),
                                "calledOn", call.calledOn().toString()))));
    }
}
