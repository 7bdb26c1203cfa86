package dev.firstfill.api.dispensing;

import dev.firstfill.dispensing.Gate;
import dev.firstfill.dispensing.GateOverride;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A decision that a gate does not hold a dispense up. */
@Schema(description = "A decision that a gate does not hold a dispense up.")
public record NewGateOverride(
        @NotNull Gate gate,
        @NotNull GateOverride.Reason reason,

        @Nullable @Size(max = 1000) @Schema(description = "In the caller's words; kept sealed.")
        String note) {
    @Override
    public String toString() {
        return "NewGateOverride[" + gate + "]";
    }
}
