package dev.firstfill.kernel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One disclosure as an accounting must list it (45 CFR 164.528(b)(2)).
 *
 * @param at when it was made
 * @param recipient name of whoever received it
 * @param recipientAddress if known
 * @param description of what was disclosed, in a few words
 * @param purpose why, in a few words
 * @param basis what allowed it
 */
public record Disclosure(
        Instant at,
        String recipient,
        @Nullable String recipientAddress,
        String description,
        String purpose,
        Basis basis) {

    /** What allows a disclosure, and whether the patient is owed an account of it (45 CFR 164.528(a)(1)). */
    public enum Basis {
        TREATMENT(false),
        PAYMENT(false),
        OPERATIONS(false),
        TO_THE_INDIVIDUAL(false),
        AUTHORISATION(false),
        LIMITED_DATA_SET(false),
        REQUIRED_BY_LAW(true),
        PUBLIC_HEALTH(true),
        ADVERSE_EVENT_REPORT(true),
        HEALTH_OVERSIGHT(true),
        JUDICIAL(true),
        LAW_ENFORCEMENT(true),
        RESEARCH_WAIVER(true),
        SERIOUS_THREAT(true),
        WORKERS_COMPENSATION(true),
        BY_MISTAKE(true);

        private final boolean accountable;

        Basis(boolean accountable) {
            this.accountable = accountable;
        }

        public boolean isAccountable() {
            return accountable;
        }
    }

    @Override
    public String toString() {
        return "Disclosure[hidden]";
    }
}
