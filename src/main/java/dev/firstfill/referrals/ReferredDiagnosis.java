package dev.firstfill.referrals;

import dev.firstfill.identifiers.Icd10Code;
import dev.firstfill.kernel.OneLine;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the patient is referred for or suffers from besides.
 *
 * @param forOrder whether the drug is ordered for it
 */
@Schema(description = "What the patient is referred for, or suffers from besides.")
public record ReferredDiagnosis(
        @Nullable Icd10Code icd10Code,
        @Nullable @OneLine @Size(max = 200) String text,
        @NotNull Boolean forOrder,
        @Nullable @PastOrPresent LocalDate onsetDate) {

    @Override
    public String toString() {
        return "ReferredDiagnosis[hidden]";
    }
}
