package dev.firstfill.prescribers;

import dev.firstfill.kernel.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a prescriber practises; payers ask for it, because some drugs need a specialist's prescription.
 *
 * @param taxonomyCode of the National Uniform Claim Committee: 207RR0500X is rheumatology
 */
@Schema(description = "What a prescriber practises.")
public record Speciality(
        @NotBlank @OneLine @Size(max = 100) @Schema(examples = "Rheumatology")
        String name,

        @Nullable
        @Pattern(regexp = "[0-9A-Z]{10}")
        @Schema(examples = "207RR0500X", description = "The code of the National Uniform Claim Committee.")
        String taxonomyCode) {}
