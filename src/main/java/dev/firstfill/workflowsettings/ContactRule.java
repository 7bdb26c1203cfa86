package dev.firstfill.workflowsettings;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * When a patient counts as unreachable: so many attempts that reached nobody, by so many channels, the first and the last
 * so many days apart.
 */
@Schema(description = "When a patient counts as unreachable.")
public record ContactRule(
        @Min(1) @Max(20) int attempts,

        @Min(1) @Max(5) @Schema(description = "Different ones, such as phone and letter.")
        int channels,

        @Min(0) @Max(60) @Schema(description = "Between the first and the last attempt.")
        int days) {}
