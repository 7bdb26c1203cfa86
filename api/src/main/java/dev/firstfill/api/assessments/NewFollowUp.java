package dev.firstfill.api.assessments;

import dev.firstfill.assessments.FollowUpAction;
import dev.firstfill.kernel.OneLine;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was done about a concern. */
@Schema(name = "NewConcernFollowUp", description = "What was done about a concern.")
public record NewFollowUp(
        @NotNull FollowUpAction action,

        @Nullable @Schema(description = "By when somebody has to look at it again; nobody has to when absent.")
        LocalDate dueOn,

        @Nullable @OneLine @Size(max = 500) @Schema(description = "Kept sealed.")
        String note) {
    @Override
    public String toString() {
        return "NewFollowUp[hidden]";
    }
}
