package dev.firstfill.api.claims;

import dev.firstfill.claims.BilledSupply;
import dev.firstfill.claims.TestClaim;
import dev.firstfill.drugs.DrugReference;
import dev.firstfill.identifiers.Icd10Code;
import dev.firstfill.identifiers.Npi;
import dev.firstfill.kernel.DollarsAndCents;
import dev.firstfill.kernel.Lists;
import dev.firstfill.kernel.Money;
import dev.firstfill.kernel.OneLine;
import dev.firstfill.patients.Coverage;
import dev.firstfill.patients.PatientReference;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What would the patient's payer pay? */
@Schema(
        description =
                "What the patient's payer is asked about. The payer, and the card, are those of the patient's record.")
public record NewTestClaim(
        @NotBlank @OneLine @Size(max = 36) @Schema(examples = "P1001", description = "The patient's id or number.")
        String patient,

        @NotBlank @OneLine @Size(max = 36) @Schema(examples = "00074-0554-02", description = "The drug's id or NDC.")
        String drug,

        @NotNull Npi prescriber,

        @NotNull @Size(min = 1, max = 5) List<@NotNull Icd10Code> diagnoses,

        @NotNull Coverage.Benefit benefit,

        @NotNull @Positive @DecimalMax("999999.999") @Digits(integer = 6, fraction = 3) @Schema(examples = "2")
        BigDecimal quantity,

        @NotNull @Min(1) @Max(999) @Schema(examples = "28") Integer daysSupply,

        @Nullable @Min(0) @Max(9) @Schema(description = "Dispense as written, NCPDP 408-D8; 0 when absent.")
        Integer daw,

        @NotNull @Valid @DollarsAndCents Money billed) {

    @SuppressWarnings("NullAway")
    public NewTestClaim {
        diagnoses = diagnoses == null ? null : Lists.kept(diagnoses);
    }

    TestClaim checked() {
        return new TestClaim(
                PatientReference.of(patient),
                DrugReference.of(drug),
                prescriber,
                diagnoses,
                benefit,
                BilledSupply.full(quantity, daysSupply),
                daw == null ? 0 : daw,
                billed.dollars());
    }

    @Override
    public String toString() {
        return "NewTestClaim[hidden]";
    }
}
