package dev.firstfill.api.assessments;

import dev.firstfill.assessments.ConcernOutcome;
import dev.firstfill.kernel.OneLine;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of a concern. */
@Schema(name = "NewConcernResolution", description = "What became of a concern.")
public record NewResolution(
        @NotNull ConcernOutcome outcome,

        @Nullable @OneLine @Size(max = 500) @Schema(description = "Kept sealed.")
        String note) {
    @Override
    public String toString() {
        return "NewResolution[hidden]";
    }
}
