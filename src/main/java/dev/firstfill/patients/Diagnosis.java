package dev.firstfill.patients;

import dev.firstfill.identifiers.Icd10Code;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the patient suffers from, with what only this disease has: an HCV genotype, an EDSS score in MS.
 *
 * @param primary the diagnosis that brought the patient to the pharmacy
 * @param details disease-specific facts by name, at most 20
 */
public record Diagnosis(
        @NotNull Icd10Code code,
        boolean primary,
        @Nullable @PastOrPresent LocalDate onsetDate,
        @Size(max = 20) Map<@NotBlank @Size(max = 40) String, @NotBlank @Size(max = 200) String> details) {

    @SuppressWarnings("NullAway")
    public Diagnosis {
        details = details == null
                ? Map.of()
                : java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(details));
    }

    @Override
    public String toString() {
        return "Diagnosis[hidden]";
    }
}
