package dev.firstfill.api.authorisations;

import dev.firstfill.authorisations.AuthorisationState;
import dev.firstfill.authorisations.PriorAuthorisation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A prior authorisation as the front end reads one. */
@Schema(name = "PriorAuthorisation", description = "A payer's word on a drug for a patient.")
public record PriorAuthorisationView(
        UUID id,
        UUID patient,
        UUID drug,
        AuthorisationState state,

        @Nullable @Schema(examples = "Aetna", description = "Absent when the patient was erased.")
        String payer,

        @Nullable @Schema(examples = "PA-2026-55120", description = "The payer's number of it.")
        String number,

        @Nullable @Schema(description = "The first day on which it holds.")
        LocalDate validFrom,

        @Nullable @Schema(description = "The last day on which it holds.")
        LocalDate validUntil,

        @Nullable
        @Schema(
                examples = "26",
                description =
                        "What may be dispensed while it holds, in units of the drug's package; no limit when absent.")
        BigDecimal quantity,

        @Nullable String note,
        Instant createdAt,
        Instant updatedAt) {

    static PriorAuthorisationView of(PriorAuthorisation kept) {
        var record = kept.record();
        return new PriorAuthorisationView(
                kept.id().value(),
                kept.patient().value(),
                kept.drug().value(),
                kept.state(),
                record == null ? null : record.payer(),
                record == null ? null : record.number(),
                kept.validFrom(),
                kept.validUntil(),
                kept.quantity(),
                record == null ? null : record.note(),
                kept.createdAt(),
                kept.updatedAt());
    }
}
