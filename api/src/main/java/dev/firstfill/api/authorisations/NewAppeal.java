package dev.firstfill.api.authorisations;

import dev.firstfill.authorisations.Appeal;
import dev.firstfill.authorisations.AppealLevel;
import dev.firstfill.authorisations.Urgency;
import dev.firstfill.kernel.OneLine;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A denial is to be looked at again. */
@Schema(name = "Appeal", description = "A denial is to be looked at again.")
public record NewAppeal(
        @NotNull AppealLevel level,
        @NotNull Urgency urgency,

        @Nullable @OneLine @Size(max = 1000) @Schema(description = "Why the denial is wrong; kept sealed.")
        String grounds,

        @Nullable
        @Schema(description = "The last day to appeal has passed, and the payer accepts why; false when absent.")
        Boolean goodCause) {

    Appeal checked() {
        return new Appeal(level, urgency, grounds, Boolean.TRUE.equals(goodCause));
    }

    @Override
    public String toString() {
        return "NewAppeal[hidden]";
    }
}
