package dev.firstfill.api.dispensing;

import dev.firstfill.dispensing.UndoingReason;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a dispense is undone. */
@Schema(description = "Why a dispense is undone.")
public record DispenseUndoing(
        @NotNull UndoingReason reason,

        @Nullable @Size(max = 1000) @Schema(description = "In the caller's words; kept sealed.")
        String note) {
    @Override
    public String toString() {
        return "DispenseUndoing[" + reason + "]";
    }
}
