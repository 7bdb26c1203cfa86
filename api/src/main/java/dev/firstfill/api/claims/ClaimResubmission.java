package dev.firstfill.api.claims;

import dev.firstfill.claims.BillingCodes;
import dev.firstfill.identifiers.Icd10Code;
import dev.firstfill.kernel.DollarsAndCents;
import dev.firstfill.kernel.Lists;
import dev.firstfill.kernel.Money;
import dev.firstfill.patients.Coverage;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is billed differently than the payer rejected it. */
@Schema(description = "What of a rejected claim is billed differently; what is absent is billed as before.")
public record ClaimResubmission(
        Coverage.@Nullable Benefit benefit,

        @Nullable @Min(0) @Max(9) @Schema(description = "Dispense as written, NCPDP 408-D8.")
        Integer daw,

        @Nullable @Valid @DollarsAndCents Money billed,

        @Nullable @Size(min = 1, max = 5) List<@NotNull Icd10Code> diagnoses) {
    public ClaimResubmission {
        diagnoses = diagnoses == null ? null : Lists.kept(diagnoses);
    }

    BillingCodes checked() {
        return new BillingCodes(benefit, daw, billed == null ? null : billed.dollars(), diagnoses);
    }

    @Override
    public String toString() {
        return "ClaimResubmission[hidden]";
    }
}
