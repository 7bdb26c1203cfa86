package dev.firstfill.claims;

import dev.firstfill.kernel.Refusal;

/** Every way this context says no. */
public final class ClaimRefusals {
    private ClaimRefusals() {}

    /** There is no such claim in this pharmacy. */
    public static final class ClaimNotFound extends Refusal {
        private static final long serialVersionUID = 1L;

        public ClaimNotFound() {
            super(Kind.NOT_FOUND, "claim-not-found", "There is no such claim.");
        }
    }

    /** What is billed contradicts itself. */
    static final class ClaimUnfit extends Refusal {
        private static final long serialVersionUID = 1L;

        ClaimUnfit(String why) {
            super(Kind.UNPROCESSABLE, "claim-unfit", why);
        }
    }

    /** Nobody can be asked. */
    public static final class PayerNotConnected extends Refusal {
        private static final long serialVersionUID = 1L;

        public PayerNotConnected() {
            super(
                    Kind.CONFLICT,
                    "payer-not-connected",
                    "No payer is connected to this platform: bill by another way, or ask the operator to connect one.");
        }
    }

    /** The patient has nobody who could be asked. */
    static final class NoCoverageInForce extends Refusal {
        private static final long serialVersionUID = 1L;

        NoCoverageInForce() {
            super(
                    Kind.CONFLICT,
                    "no-coverage-in-force",
                    "The patient has no primary coverage of this benefit that is in force on the day of service: enter"
                            + " it in the patient's record first.");
        }
    }

    /** The card does not say where claims go. */
    static final class CoverageLacksBin extends Refusal {
        private static final long serialVersionUID = 1L;

        CoverageLacksBin() {
            super(
                    Kind.CONFLICT,
                    "coverage-lacks-bin",
                    "The patient's coverage has no BIN, so nobody knows where the claim goes: enter it in the patient's"
                            + " record first.");
        }
    }

    /** A dispense is billed once at a time. */
    static final class ClaimUnderWay extends Refusal {
        private static final long serialVersionUID = 1L;

        ClaimUnderWay() {
            super(
                    Kind.CONFLICT,
                    "claim-under-way",
                    "This dispense has a claim already that is submitted or paid: reverse or abandon that one first.");
        }
    }

    /** The fill has no claim that could be taken back. */
    static final class NothingBilled extends Refusal {
        private static final long serialVersionUID = 1L;

        NothingBilled() {
            super(Kind.CONFLICT, "nothing-billed", "This dispense has no claim that could be reversed.");
        }
    }

    /** What is wanted cannot follow on what is. */
    static final class ClaimStateForbids extends Refusal {
        private static final long serialVersionUID = 1L;

        ClaimStateForbids(ClaimState state, ClaimState.Move move) {
            super(
                    Kind.CONFLICT,
                    "claim-state-forbids",
                    "The claim is %s and %s.".formatted(state.inWords(), remedy(move)));
        }

        private static String remedy(ClaimState.Move move) {
            return switch (move) {
                case WITHDRAW -> "only a paid one can be reversed: one that is not answered is abandoned";
                case ABANDON, ABANDON_TEST ->
                    "only one that waits for its answer can be abandoned: a paid one is reversed";
                case GIVE_UP -> "only a rejected one is given up";
                case PAY, REJECT -> "only one that was submitted can be answered";
                case REVERSE, KEEP -> "no reversal was asked for";
            };
        }
    }

    /** Nobody has to be asked anything. */
    static final class NoAnswerAwaited extends Refusal {
        private static final long serialVersionUID = 1L;

        NoAnswerAwaited(ClaimState state) {
            super(
                    Kind.CONFLICT,
                    "no-answer-awaited",
                    "The claim is %s: the payer has answered all it was asked.".formatted(state.inWords()));
        }
    }

    /** Only what was rejected is billed anew. */
    static final class ClaimNotRejected extends Refusal {
        private static final long serialVersionUID = 1L;

        ClaimNotRejected(ClaimState state) {
            super(
                    Kind.CONFLICT,
                    "claim-not-rejected",
                    "The claim is %s and only a rejected one is billed anew: reverse a paid one, then bill the dispense."
                            .formatted(state.inWords()));
        }
    }

    /** Nothing was paid for a test claim. */
    static final class ClaimIsTest extends Refusal {
        private static final long serialVersionUID = 1L;

        ClaimIsTest() {
            super(
                    Kind.CONFLICT,
                    "claim-is-test",
                    "This is a test claim: nothing was paid, so there is nothing to reverse.");
        }
    }
}
