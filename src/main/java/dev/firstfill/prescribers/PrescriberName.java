package dev.firstfill.prescribers;

import dev.firstfill.kernel.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A prescriber's name as it stands on the prescription.
 *
 * @param credentials what allows the person to prescribe: "MD", "DO", "PA-C", "APRN, FNP-BC"
 */
@Schema(description = "A prescriber's name as it stands on the prescription.")
public record PrescriberName(
        @NotBlank @OneLine @Size(max = 80) @Schema(examples = "Priya")
        String given,

        @Nullable @OneLine @Size(max = 80) String middle,

        @NotBlank @OneLine @Size(max = 80) @Schema(examples = "Anand")
        String family,

        @Nullable @OneLine @Size(max = 20) String suffix,

        @Nullable @OneLine @Size(max = 60) @Schema(examples = "MD")
        String credentials) {}
