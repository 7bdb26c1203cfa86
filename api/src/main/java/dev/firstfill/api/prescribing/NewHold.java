package dev.firstfill.api.prescribing;

import dev.firstfill.kernel.OneLine;
import dev.firstfill.prescribing.HoldReason;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a prescription is not to be filled for a while. */
@Schema(description = "Why a prescription is not to be filled for a while.")
public record NewHold(
        @NotNull HoldReason reason,

        @Nullable @OneLine @Size(max = 500) @Schema(description = "Kept sealed.")
        String note) {
    @Override
    public String toString() {
        return "NewHold[hidden]";
    }
}
