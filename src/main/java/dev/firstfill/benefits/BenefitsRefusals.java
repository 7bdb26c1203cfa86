package dev.firstfill.benefits;

import dev.firstfill.kernel.Refusal;

/** Every way this context says no. */
public final class BenefitsRefusals {
    private BenefitsRefusals() {}

    /** What was written down cannot be. */
    static final class BenefitsUnfit extends Refusal {
        private static final long serialVersionUID = 1L;

        BenefitsUnfit() {
            super(
                    Kind.UNPROCESSABLE,
                    "benefits-unfit",
                    "Amounts are in dollars and cents and not negative, and a claim has at most five reject codes.");
        }
    }

    /** The payer said something else to the test claim. */
    static final class BenefitsContradictClaim extends Refusal {
        private static final long serialVersionUID = 1L;

        BenefitsContradictClaim() {
            super(
                    Kind.UNPROCESSABLE,
                    "benefits-contradict-claim",
                    "The reject codes say something else: 75 wants a prior authorisation, 70 is no coverage, 50 another"
                            + " pharmacy, 52 and 65 another plan.");
        }
    }

    /** A manufacturer may not pay a patient's share where the United States pay the rest. */
    static final class CopayCardForFederalBeneficiary extends Refusal {
        private static final long serialVersionUID = 1L;

        CopayCardForFederalBeneficiary(PayerKind payer) {
            super(
                    Kind.UNPROCESSABLE,
                    "copay-card-for-federal-beneficiary",
                    "A beneficiary of %s may not use a manufacturer's copay card: it would be remuneration under the %s"
                            .formatted(
                                    payer.wireName(),
                                    "anti-kickback statute (42 U.S.C. 1320a-7b(b)). Try a foundation, or free goods."));
        }
    }

    /** A copay card pays a share, and somebody else must pay the rest. */
    static final class CopayCardWithoutCommercialPlan extends Refusal {
        private static final long serialVersionUID = 1L;

        CopayCardWithoutCommercialPlan() {
            super(
                    Kind.UNPROCESSABLE,
                    "copay-card-without-commercial-plan",
                    "A copay card pays the patient's share beside a commercial plan, and there is none. Try free goods.");
        }
    }

    /** Bridge supply is for those whose insurance takes its time. */
    static final class BridgeNotDue extends Refusal {
        private static final long serialVersionUID = 1L;

        BridgeNotDue(String why) {
            super(Kind.UNPROCESSABLE, "bridge-supply-not-due", why);
        }
    }

    /** A decision about funding lacks something, or has something too much. */
    static final class FundingUnfit extends Refusal {
        private static final long serialVersionUID = 1L;

        FundingUnfit(String why) {
            super(Kind.UNPROCESSABLE, "funding-unfit", why);
        }
    }
}
