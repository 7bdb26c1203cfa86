package dev.firstfill.authorisations;

import dev.firstfill.benefits.PayerKind;
import dev.firstfill.identifiers.Icd10Code;
import dev.firstfill.identifiers.Npi;
import dev.firstfill.kernel.Lists;
import dev.firstfill.kernel.OneLine;
import dev.firstfill.patients.Coverage;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a payer is asked for, and how.
 *
 * @param payerKind decides how fast it has to answer
 * @param benefit whose card is shown to the payer
 * @param prescriber individual NPI
 * @param diagnoses why the drug is taken, the first one first
 */
@Schema(description = "What a payer is asked for, and how.")
public record AuthorisationRequest(
        @NotNull PayerKind payerKind,
        @NotNull Coverage.Benefit benefit,
        @NotNull AuthorisationChannel channel,
        @NotNull Urgency urgency,
        @NotNull Npi prescriber,
        @Size(min = 1, max = 5) List<@NotNull Icd10Code> diagnoses,

        @NotNull
        @Positive
        @DecimalMax("999999.999")
        @Digits(integer = 6, fraction = 3)
        @Schema(examples = "26", description = "What is asked for, in units of the drug's package.")
        BigDecimal quantity,

        @NotNull @Min(1) @Max(999) @Schema(examples = "365") Integer daysSupply,

        @Nullable
        @OneLine
        @Size(max = 1000)
        @Schema(description = "Why the patient needs it, in the prescriber's words; kept sealed.")
        String justification) {

    public AuthorisationRequest {
        diagnoses = Lists.kept(diagnoses);
    }

    @Override
    public String toString() {
        return "AuthorisationRequest[hidden]";
    }
}
