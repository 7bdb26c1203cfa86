package dev.firstfill.authorisations;

import dev.firstfill.drugs.DrugId;
import dev.firstfill.patients.PatientId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A payer's word on a drug for a patient, and the asking for it.
 *
 * @param version counts the changes, from 1
 * @param validFrom the first day on which it holds; present when approved, as {@code validUntil} is, the last one
 * @param quantity that may be dispensed while it holds, in units of the drug's package; null for no limit
 * @param terms how the payer is asked; null when its word was entered without
 * @param record what of it says whose it is; null when the patient was erased
 */
public record PriorAuthorisation(
        AuthorisationId id,
        int version,
        PatientId patient,
        DrugId drug,
        AuthorisationState state,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        @Nullable BigDecimal quantity,
        @Nullable RequestTerms terms,
        AuthorisationProgress progress,
        @Nullable AuthorisationRecord record,
        Instant createdAt,
        Instant updatedAt) {

    /** Whether the payer's leave holds on this day. */
    public boolean holdsOn(LocalDate day) {
        return state == AuthorisationState.APPROVED
                && validFrom != null
                && validUntil != null
                && !day.isBefore(validFrom)
                && !day.isAfter(validUntil);
    }

    /** As somebody would enter it, to be changed. Only of patients who are there. */
    AuthorisationDetails details() {
        var open = Objects.requireNonNull(record);
        return new AuthorisationDetails(
                patient.toString(),
                drug.toString(),
                state,
                open.payer(),
                open.number(),
                validFrom,
                validUntil,
                quantity,
                open.note(),
                open.request());
    }
}
