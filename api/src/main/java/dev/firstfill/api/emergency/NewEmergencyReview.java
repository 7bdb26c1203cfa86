package dev.firstfill.api.emergency;

import dev.firstfill.emergency.ReviewOutcome;
import dev.firstfill.kernel.OneLine;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the privacy officer found. */
@Schema(description = "What the privacy officer found of an emergency access.")
public record NewEmergencyReview(
        @NotNull ReviewOutcome outcome,

        @Nullable @OneLine @Size(max = 500) @Schema(description = "Kept sealed; none can be kept of erased patients.")
        String note) {
    @Override
    public String toString() {
        return "NewEmergencyReview[hidden]";
    }
}
