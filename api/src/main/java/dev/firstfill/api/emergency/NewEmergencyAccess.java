package dev.firstfill.api.emergency;

import dev.firstfill.emergency.EmergencyReason;
import dev.firstfill.kernel.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose record is needed, and why. */
@Schema(description = "Whose record is needed in an emergency, and why.")
public record NewEmergencyAccess(
        @NotBlank @OneLine @Size(max = 36) @Schema(examples = "P1001", description = "The patient's id or number.")
        String patient,

        @NotNull EmergencyReason reasonCode,

        @NotBlank @OneLine @Size(max = 500) @Schema(description = "What happened, for whoever reviews it; kept sealed.")
        String reason) {
    @Override
    public String toString() {
        return "NewEmergencyAccess[hidden]";
    }
}
