package dev.firstfill.api.prescribing;

import dev.firstfill.kernel.OneLine;
import dev.firstfill.prescribing.CancellationReason;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a prescription is never to be filled again. */
@Schema(description = "Why a prescription is never to be filled again.")
public record NewCancellation(
        @NotNull CancellationReason reason,

        @Nullable @OneLine @Size(max = 500) @Schema(description = "Kept sealed.")
        String note) {
    @Override
    public String toString() {
        return "NewCancellation[hidden]";
    }
}
