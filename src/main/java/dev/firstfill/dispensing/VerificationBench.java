package dev.firstfill.dispensing;

import dev.firstfill.inventory.HeldStock;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.prescribing.PrescriptionBook;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a pharmacist who did not fill it stands for a dispense, or sends it back. */
@ApplicationScoped
public class VerificationBench {
    private static final Act VERIFY = Act.of("verify", "dispense");
    private static final Act REJECT = Act.of("reject", "dispense");
    private static final Act OVERRIDE = Act.of("override gate of", "dispense");
    private static final Act LOOK_AT_GATES = Act.of("look at gates of", "dispense");

    private final Transactions transactions;
    private final Clock clock;

    public VerificationBench(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Every gate that is closed now, overridden ones included; what it would be stopped by today. */
    public Uni<List<ClosedGate>> gates(DispenseReference dispense) {
        return transactions.read(LOOK_AT_GATES, desk -> {
            desk.journal().about(dispense.toString());
            var today = LocalDate.now(clock);
            var dispenses = new Dispenses(desk.session(), desk.seals());
            return dispenses
                    .find(dispense)
                    .chain(dispenses::opened)
                    .chain(open -> new PrescriptionBook(desk.session(), desk.seals())
                            .read(open.prescription())
                            .chain(order -> new FactFinding(desk.session(), desk.seals(), open, order, today)
                                    .gather(new HeldStock(desk.session(), today)::problemsOf)))
                    .map(Gate::closed);
        });
    }

    public Uni<Dispense> verify(DispenseReference dispense, Colleague by) {
        return transactions.write(VERIFY, desk -> DispenseInHand.take(desk, clock, dispense, by)
                .invoke(hand -> hand.row().verify(by, hand.now()))
                .chain(hand -> hand.passGates().chain(() -> hand.put(DispenseEventKind.VERIFIED, Map.of()))));
    }

    /**
     * Back to the queue: what was set aside is free again, and what was overridden has to be decided anew.
     *
     * @param note what is wrong, in the pharmacist's words
     */
    public Uni<Dispense> reject(
            DispenseReference dispense, RejectionReason reason, @Nullable String note, Colleague by) {
        return transactions.write(
                REJECT, desk -> DispenseInHand.take(desk, clock, dispense, by).chain(hand -> {
                    hand.row().reject(hand.now());
                    return hand.stock()
                            .release(hand.row().id().value(), by)
                            .chain(() ->
                                    hand.write(DispenseRecord::withoutOverrides).hold(List.of()))
                            .chain(() -> hand.put(DispenseEventKind.REJECTED, Map.of("reason", reason.name()), note));
                }));
    }

    /** @param rights what the caller may override */
    public Uni<Dispense> override(
            DispenseReference dispense,
            Gate gate,
            GateOverride.Reason reason,
            @Nullable String note,
            Set<OverrideRight> rights,
            Colleague by) {
        return transactions.write(OVERRIDE, desk -> DispenseInHand.take(desk, clock, dispense, by)
                .invoke(hand -> gate.override().mustBeAmong(rights))
                .map(DispenseInHand::mustBeOpen)
                .invoke(hand -> desk.journal().because(reason))
                .chain(hand -> hand.write(record -> record.with(new GateOverride(gate, reason, note, by, hand.now())))
                        .put(
                                DispenseEventKind.GATE_OVERRIDDEN,
                                Map.of("gate", gate.name(), "reason", reason.name()),
                                note)));
    }
}
