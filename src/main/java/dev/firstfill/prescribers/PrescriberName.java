package dev.firstfill.prescribers;

import dev.firstfill.kernel.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A prescriber's name as it stands on the prescription.
 *
 * @param credentials what allows the person to prescribe: "MD", "DO", "PA-C", "APRN, FNP-BC"
 */
public record PrescriberName(
        @NotBlank @OneLine @Size(max = 80) String given,
        @Nullable @OneLine @Size(max = 80) String middle,
        @NotBlank @OneLine @Size(max = 80) String family,
        @Nullable @OneLine @Size(max = 20) String suffix,
        @Nullable @OneLine @Size(max = 60) String credentials) {}
