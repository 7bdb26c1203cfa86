package dev.firstfill.authorisations;

import dev.firstfill.kernel.OneLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A payer's word as somebody enters it, or the wish to have it. */
@Schema(description = "A payer's word on a drug for a patient as somebody enters it, or what it is to be asked.")
public record AuthorisationDetails(
        @NotBlank @OneLine @Size(max = 40) @Schema(examples = "P1001", description = "The patient's id or number.")
        String patient,

        @NotBlank @OneLine @Size(max = 40) @Schema(examples = "00074055402", description = "The drug's id or NDC.")
        String drug,

        @NotNull AuthorisationState state,

        @NotBlank @OneLine @Size(max = 120) @Schema(examples = "Aetna", description = "Kept sealed.")
        String payer,

        @Nullable
        @OneLine
        @Size(max = 60)
        @Schema(examples = "PA-2026-55120", description = "The payer's number of it; kept sealed.")
        String number,

        @Nullable @Schema(description = "The first day on which it holds; needed when approved.")
        LocalDate validFrom,

        @Nullable @Schema(description = "The last day on which it holds; needed when approved.")
        LocalDate validUntil,

        @Nullable
        @Positive
        @DecimalMax("999999.999")
        @Digits(integer = 6, fraction = 3)
        @Schema(
                examples = "26",
                description =
                        "What may be dispensed while it holds, in units of the drug's package; no limit when absent.")
        BigDecimal quantity,

        @Nullable @OneLine @Size(max = 1000) @Schema(description = "In the caller's words; kept sealed.")
        String note,

        @Nullable @Valid @Schema(description = "What the payer is asked for; needed when prepared.")
        AuthorisationRequest request) {

    /** What was taken back keeps the days on which it held. */
    @AssertTrue(
            message =
                    "validFrom and validUntil must be given, and in order, when state is approved; never when prepared or denied")
    boolean isPeriodOfApproval() {
        boolean whole = validFrom != null && validUntil != null && !validUntil.isBefore(validFrom);
        boolean none = validFrom == null && validUntil == null;
        return switch (state) {
            case null -> true;
            case APPROVED -> whole;
            case PREPARED, DENIED -> none;
            case SUBMITTED, INFORMATION_REQUESTED, APPEALED, CLOSED_UNANSWERED, WITHDRAWN, VOIDED -> whole || none;
        };
    }

    @AssertTrue(message = "request must be given when state is prepared")
    boolean isRequestOfPrepared() {
        return state != AuthorisationState.PREPARED || request != null;
    }

    @Override
    public String toString() {
        return "AuthorisationDetails[hidden]";
    }
}
