package dev.firstfill.claims;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a payer says to a claim or to its reversal. That it said so before makes no difference. */
public sealed interface PayerAnswer {

    /** @throws PayerFailed when nobody could have answered this to the question */
    void mustFit(PayerQuestion question);

    /** The claim is paid; of a test claim: would be. */
    record Paid(
            BigDecimal paid,
            BigDecimal patientPay,
            @Nullable String authorisation,
            @Nullable String message) implements PayerAnswer {
        private static final int CENTS = 2;

        @Override
        public void mustFit(PayerQuestion question) {
            unless(question.kind() != PayerQuestion.Kind.REVERSAL
                    && isAmount(paid)
                    && isAmount(patientPay)
                    && paid.add(patientPay).compareTo(question.claim().billed()) <= 0);
        }

        private static boolean isAmount(BigDecimal amount) {
            return amount.signum() >= 0 && amount.stripTrailingZeros().scale() <= CENTS;
        }

        boolean isOf(@Nullable BigDecimal otherPaid, @Nullable BigDecimal otherPatientPay) {
            return otherPaid != null
                    && otherPatientPay != null
                    && paid.compareTo(otherPaid) == 0
                    && patientPay.compareTo(otherPatientPay) == 0;
        }

        @Override
        public String toString() {
            return "Paid[hidden]";
        }
    }

    /** The claim is not paid. @param codes why, at least one */
    record Rejected(List<RejectCode> codes, @Nullable String message) implements PayerAnswer {
        public Rejected {
            codes = List.copyOf(codes);
        }

        @Override
        public void mustFit(PayerQuestion question) {
            unless(question.kind() != PayerQuestion.Kind.REVERSAL && !codes.isEmpty());
        }

        @Override
        public String toString() {
            return "Rejected%s".formatted(codes);
        }
    }

    /** Nothing is paid for the claim, or not any more. */
    record Reversed() implements PayerAnswer {
        @Override
        public void mustFit(PayerQuestion question) {
            unless(question.kind() == PayerQuestion.Kind.REVERSAL);
        }
    }

    /** The claim is not reversed. @param codes why, at least one */
    record Kept(List<RejectCode> codes, @Nullable String message) implements PayerAnswer {
        public Kept {
            codes = List.copyOf(codes);
        }

        @Override
        public void mustFit(PayerQuestion question) {
            unless(question.kind() == PayerQuestion.Kind.REVERSAL && !codes.isEmpty());
        }

        @Override
        public String toString() {
            return "Kept%s".formatted(codes);
        }
    }

    private static void unless(boolean fits) {
        if (!fits) {
            throw new PayerFailed(ClaimTrouble.ANSWER_DOES_NOT_FIT);
        }
    }
}
