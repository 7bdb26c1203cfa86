package dev.firstfill.claims;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a payer says to a claim or to its reversal. That it said so before makes no difference. */
public sealed interface PayerAnswer {

    /** The claim is paid; of a test claim: would be. */
    record Paid(
            BigDecimal paid,
            BigDecimal patientPay,
            @Nullable String authorisation,
            @Nullable String message) implements PayerAnswer {
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
        public String toString() {
            return "Rejected%s".formatted(codes);
        }
    }

    /** Nothing is paid for the claim, or not any more. */
    record Reversed() implements PayerAnswer {}

    /** The claim is not reversed. @param codes why, at least one */
    record Kept(List<RejectCode> codes, @Nullable String message) implements PayerAnswer {
        public Kept {
            codes = List.copyOf(codes);
        }

        @Override
        public String toString() {
            return "Kept%s".formatted(codes);
        }
    }
}
