package dev.firstfill.dispensing;

import dev.firstfill.kernel.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Every way this context says no. */
public final class DispensingRefusals {
    private DispensingRefusals() {}

    /** There is no such dispense in this pharmacy. */
    static final class DispenseNotFound extends Refusal {
        private static final long serialVersionUID = 1L;

        DispenseNotFound() {
            super(Kind.NOT_FOUND, "dispense-not-found", "There is no such dispense.");
        }
    }

    /** Its turn for this is over, or has not come. */
    static final class MoveOutOfOrder extends Refusal {
        private static final long serialVersionUID = 1L;

        MoveOutOfOrder(DispenseMove move, DispenseState present, Set<DispenseState> allowed) {
            super(
                    Kind.CONFLICT,
                    "dispense-state-forbids",
                    "The dispense is %s; to %s, it has to be %s."
                            .formatted(word(present), move.words(), words(allowed)));
        }

        private static String words(Set<DispenseState> states) {
            return states.stream().map(MoveOutOfOrder::word).collect(Collectors.joining(" or "));
        }

        private static String word(DispenseState state) {
            return state.name().toLowerCase(Locale.ROOT);
        }
    }

    /** One gate at least is closed and not overridden. */
    public static final class GatesClosed extends Refusal {
        private static final long serialVersionUID = 1L;

        private final transient List<ClosedGate> gates;

        GatesClosed(List<ClosedGate> gates) {
            super(
                    Kind.CONFLICT,
                    "dispense-gates-closed",
                    "The dispense may not go on yet: see gates for what is wrong, and what to do.");
            this.gates = List.copyOf(gates);
        }

        /** Those that are not overridden, at least one. */
        public List<ClosedGate> gates() {
            return gates;
        }
    }

    /** The law, the payer or the manufacturer says so, and nobody here may decide otherwise. */
    static final class GateNotOverridable extends Refusal {
        private static final long serialVersionUID = 1L;

        GateNotOverridable() {
            super(
                    Kind.UNPROCESSABLE,
                    "gate-not-overridable",
                    "Nobody in the pharmacy may override this gate: follow its remedy.");
        }
    }

    /** Others may; this caller may not. */
    static final class OverrideNotYours extends Refusal {
        private static final long serialVersionUID = 1L;

        OverrideNotYours(OverrideRight right) {
            super(
                    Kind.NOT_ALLOWED,
                    "override-not-yours",
                    "This gate is overridden by a %s.".formatted(right.name().toLowerCase(Locale.ROOT)));
        }
    }

    /** Four eyes: whoever filled it does not see their own mistake. */
    static final class OwnFill extends Refusal {
        private static final long serialVersionUID = 1L;

        OwnFill() {
            super(Kind.CONFLICT, "own-fill", "Somebody else than whoever filled it has to verify it.");
        }
    }

    /** The prescription has a dispense that has not left yet. */
    static final class FillInProgress extends Refusal {
        private static final long serialVersionUID = 1L;

        FillInProgress() {
            super(
                    Kind.CONFLICT,
                    "fill-in-progress",
                    "Another dispense of the prescription has not left the pharmacy: ship it or cancel it first.");
        }
    }

    /** The rest of the last fill was not sent. */
    static final class SplitFillOpen extends Refusal {
        private static final long serialVersionUID = 1L;

        SplitFillOpen() {
            super(
                    Kind.CONFLICT,
                    "split-fill-open",
                    "The last fill was a partial one: complete it, or record that the patient has stopped.");
        }
    }

    /** Only a partial fill that has left can be completed, and once. */
    static final class NothingToComplete extends Refusal {
        private static final long serialVersionUID = 1L;

        NothingToComplete() {
            super(
                    Kind.CONFLICT,
                    "nothing-to-complete",
                    "Only the last fill, if it is a partial one that was shipped and has no completion, can be completed.");
        }
    }

    /** The first part of a split fill cannot be undone under the second. */
    static final class CompletionStands extends Refusal {
        private static final long serialVersionUID = 1L;

        CompletionStands() {
            super(Kind.CONFLICT, "completion-stands", "The fill was completed: undo its completion first.");
        }
    }

    /** More, or for longer, than was ordered. */
    static final class QuantityDoesNotFit extends Refusal {
        private static final long serialVersionUID = 1L;

        QuantityDoesNotFit(String rule) {
            super(Kind.UNPROCESSABLE, "dispense-quantity-does-not-fit", rule);
        }
    }

    /** A false claim, unless the payer's programme for split fills allows it. */
    static final class BilledBeyondDispensed extends Refusal {
        private static final long serialVersionUID = 1L;

        BilledBeyondDispensed(String rule) {
            super(Kind.UNPROCESSABLE, "billed-beyond-dispensed", rule);
        }
    }

    /** It was documented that nobody is billed, or the payer was billed with the first part. */
    static final class NothingToBill extends Refusal {
        private static final long serialVersionUID = 1L;

        NothingToBill() {
            super(Kind.CONFLICT, "nothing-to-bill", "By its record, nothing of this dispense is to be billed.");
        }
    }

    /** Earlier-expiring stock is used first, unless somebody says why not. */
    static final class NotFirstToExpire extends Refusal {
        private static final long serialVersionUID = 1L;

        NotFirstToExpire() {
            super(
                    Kind.UNPROCESSABLE,
                    "not-first-to-expire",
                    "These lots are not those that expire first: take the proposed ones, or give a reason.");
        }
    }

    /** Nobody signs for a box before it was handed over. */
    static final class DeliveredBeforeShipped extends Refusal {
        private static final long serialVersionUID = 1L;

        DeliveredBeforeShipped() {
            super(Kind.UNPROCESSABLE, "delivered-before-shipped", "The box was shipped after that instant.");
        }
    }

    /** What has not happened yet cannot be reported. */
    static final class DeliveredInFuture extends Refusal {
        private static final long serialVersionUID = 1L;

        DeliveredInFuture() {
            super(Kind.UNPROCESSABLE, "delivered-in-future", "That instant has not come yet: correct deliveredAt.");
        }
    }

    /** There is nothing to add to: the patient has nothing of the fill. */
    static final class FirstPartReturned extends Refusal {
        private static final long serialVersionUID = 1L;

        FirstPartReturned() {
            super(
                    Kind.CONFLICT,
                    "first-part-returned",
                    "The first part of the fill is returned; reverse it, and queue the fill anew instead of completing it.");
        }
    }

    /** Nobody has documented one, or somebody has withdrawn it. */
    static final class NotExempt extends Refusal {
        private static final long serialVersionUID = 1L;

        NotExempt() {
            super(
                    Kind.CONFLICT,
                    "claim-exemption-absent",
                    "The dispense is to be billed; there is no exemption from the claim to withdraw.");
        }
    }

    /** What was agreed on is settled once the box has left. */
    static final class NoLongerOpen extends Refusal {
        private static final long serialVersionUID = 1L;

        NoLongerOpen() {
            super(
                    Kind.CONFLICT,
                    "dispense-not-open",
                    "The dispense has left the pharmacy, or was undone: nothing about it can be changed.");
        }
    }

    /** Another system's fill comes before the one that it follows. */
    static final class PastFillGap extends Refusal {
        private static final long serialVersionUID = 1L;

        PastFillGap() {
            super(
                    Kind.CONFLICT,
                    "past-fill-gap",
                    "The fill before this one is not here: send that one first, and then this one again.");
        }
    }

    /** Two fills of one prescription have one number. */
    static final class PastFillNumberTaken extends Refusal {
        private static final long serialVersionUID = 1L;

        PastFillNumberTaken() {
            super(
                    Kind.CONFLICT,
                    "past-fill-number-taken",
                    "The prescription has a fill of this number that was not undone.");
        }
    }

    /** A refill is older than the fill that it follows. */
    static final class PastFillBeforeItsPredecessor extends Refusal {
        private static final long serialVersionUID = 1L;

        PastFillBeforeItsPredecessor() {
            super(
                    Kind.UNPROCESSABLE,
                    "past-fill-too-early",
                    "The fill is older than the one before it: correct filledOn or fillNumber.");
        }
    }

    /** What lies in the past by definition is said to happen later. */
    static final class PastDispenseInFuture extends Refusal {
        private static final long serialVersionUID = 1L;

        PastDispenseInFuture() {
            super(
                    Kind.UNPROCESSABLE,
                    "past-dispense-in-future",
                    "What was dispensed elsewhere was dispensed in the past: correct filledOn, shippedAt, deliveredAt.");
        }
    }

    /** It left before it was filled, or arrived before it left. */
    static final class PastDispenseOutOfOrder extends Refusal {
        private static final long serialVersionUID = 1L;

        PastDispenseOutOfOrder() {
            super(
                    Kind.UNPROCESSABLE,
                    "past-dispense-out-of-order",
                    "A dispense is filled, then shipped, then delivered: correct filledOn, shippedAt, deliveredAt.");
        }
    }

    /** It was filled with what could no longer be used. */
    static final class PastLotExpired extends Refusal {
        private static final long serialVersionUID = 1L;

        PastLotExpired() {
            super(
                    Kind.UNPROCESSABLE,
                    "past-lot-expired",
                    "A lot had expired when it was filled: correct filledOn, or the lot's expiresOn.");
        }
    }

    /** The lots hold more or less than was dispensed. */
    static final class PastLotsDoNotAddUp extends Refusal {
        private static final long serialVersionUID = 1L;

        PastLotsDoNotAddUp() {
            super(
                    Kind.UNPROCESSABLE,
                    "past-lots-do-not-add-up",
                    "The quantities of the lots do not add up to that of the dispense.");
        }
    }
}
