package dev.firstfill.claims;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why a payer says no (NCPDP field 511-FB), as it said it. What the commonest mean and what helps is known; the others
 * are kept all the same.
 *
 * @param code one to three letters and digits
 */
public record RejectCode(String code) {
    private static final Pattern FORM = Pattern.compile("[0-9A-Z]{1,3}");

    public RejectCode {
        if (!isOne(code)) {
            throw new IllegalArgumentException("A reject code is one to three letters and digits.");
        }
    }

    public static boolean isOne(@Nullable String text) {
        return text != null && FORM.matcher(text).matches();
    }

    public Optional<Known> known() {
        for (var known : Known.values()) {
            if (known.code.equals(code)) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return code;
    }

    /** Those that a specialty pharmacy meets every day. */
    public enum Known {
        NON_MATCHED_PHARMACY(
                "50",
                "The plan does not know this pharmacy for the drug.",
                "Transfer to a pharmacy of the drug's network."),
        NON_MATCHED_CARDHOLDER(
                "52",
                "The plan does not know the member.",
                "Verify member id, BIN, PCN and group with the patient's card."),
        PATIENT_NOT_COVERED(
                "65",
                "The plan does not cover the patient on the day of service.",
                "Verify eligibility; look for other coverage."),
        NOT_COVERED("70", "The plan does not cover the drug.", "Ask for an exception, or for a drug that is covered."),
        PRIOR_AUTHORISATION_REQUIRED("75", "The plan requires a prior authorisation.", "Submit one, then bill again."),
        LIMITS_EXCEEDED(
                "76",
                "Quantity or days' supply exceed the plan's limits.",
                "Bill within the limits, or ask to override."),
        TOO_SOON("79", "It is too soon for the refill.", "Bill again on the day the payer names, or ask to override."),
        NOT_PAID_OR_CAPTURED("84", "The payer holds no claim of this reference.", "Nothing has to be reversed."),
        REVERSAL_NOT_PROCESSED("87", "The payer did not reverse the claim.", "Call the payer's help desk."),
        DUR("88", "The plan's drug utilisation review objects.", "A pharmacist reviews it and answers with DUR codes.");

        private final String code;
        private final String meaning;
        private final String remedy;

        Known(String code, String meaning, String remedy) {
            this.code = code;
            this.meaning = meaning;
            this.remedy = remedy;
        }

        public String meaning() {
            return meaning;
        }

        public String remedy() {
            return remedy;
        }
    }
}
