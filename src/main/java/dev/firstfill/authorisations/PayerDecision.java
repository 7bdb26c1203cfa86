package dev.firstfill.authorisations;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a payer decides, of a request or of an appeal. */
public sealed interface PayerDecision {

    /** In the payer's words, as the information it asks for. */
    @Nullable
    String message();

    /**
     * @param number the payer's number of it
     * @param quantity that may be dispensed from the first day to the last, in units of the drug's package; null for no
     *     limit
     */
    record Approved(
            @Nullable String number,
            LocalDate validFrom,
            LocalDate validUntil,
            @Nullable BigDecimal quantity,
            @Nullable String message)
            implements PayerDecision {
        /** 26, whether 26 or 26.000 was said. */
        public Approved {
            quantity = quantity == null ? null : AuthorisationRow.plain(quantity);
        }

        @Override
        public String toString() {
            return "Approved[hidden]";
        }
    }

    /**
     * @param noticedOn the date of the notice, from which the time to appeal runs
     * @param appealUntil the last day to file an appeal, as the notice says; null when the law's is to be used
     */
    record Denied(
            DenialReason reason,
            LocalDate noticedOn,
            @Nullable LocalDate appealUntil,
            @Nullable String message) implements PayerDecision {
        @Override
        public String toString() {
            return "Denied[%s]".formatted(reason);
        }
    }

    /** No decision: the payer waits no longer. */
    record Closed(@Nullable String message) implements PayerDecision {
        @Override
        public String toString() {
            return "Closed[hidden]";
        }
    }
}
