package dev.firstfill.api.authorisations;

import dev.firstfill.authorisations.AppealLevel;
import dev.firstfill.authorisations.AuthorisationRequest;
import dev.firstfill.authorisations.AuthorisationState;
import dev.firstfill.authorisations.AuthorisationTrouble;
import dev.firstfill.authorisations.DenialReason;
import dev.firstfill.authorisations.PriorAuthorisation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A prior authorisation as the front end reads one. */
@Schema(name = "PriorAuthorisation", description = "A payer's word on a drug for a patient, and the asking for it.")
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

        @Nullable @Schema(description = "What the payer is asked for; absent when its word was entered without.")
        AuthorisationRequest request,

        @Nullable @Schema(examples = "CMM-7741", description = "The payer's reference of the request.")
        String reference,

        @Nullable Instant submittedAt,

        @Nullable
        @Schema(description = "By when the request or the appeal must be decided; absent when nobody knows, or it is.")
        Instant decisionDueAt,

        @Nullable @Schema(description = "Why it was denied the last time.")
        DenialReason denialReason,

        @Nullable @Schema(description = "The date of the last notice of denial.")
        LocalDate noticedOn,

        @Nullable @Schema(description = "Of the last appeal.")
        AppealLevel appealLevel,

        @Nullable @Schema(description = "The last day for the pharmacy to answer the payer, or to appeal.")
        LocalDate actUntil,

        @Nullable @Schema(description = "Absent when nobody need look.")
        AuthorisationTrouble attention,

        @Schema(description = "What happened to it, in order.")
        List<AuthorisationStepView> history,

        Instant createdAt,
        Instant updatedAt) {

    public static PriorAuthorisationView of(PriorAuthorisation kept) {
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
                record == null ? null : record.request(),
                record == null ? null : record.reference(),
                kept.progress().submittedAt(),
                kept.progress().decisionDueAt(),
                kept.progress().denialReason(),
                kept.progress().noticedOn(),
                kept.progress().level(),
                kept.progress().actUntil(),
                kept.progress().trouble(),
                record == null
                        ? List.of()
                        : record.steps().stream().map(AuthorisationStepView::of).toList(),
                kept.createdAt(),
                kept.updatedAt());
    }
}
