package dev.firstfill.api.prescribing;

import dev.firstfill.identifiers.NcpdpProviderId;
import dev.firstfill.kernel.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** To which pharmacy a prescription goes. */
@Schema(description = "To which pharmacy a prescription goes.")
public record NewTransfer(
        @NotNull NcpdpProviderId pharmacy,

        @NotBlank @OneLine @Size(max = 120) @Schema(examples = "Southbank Pharmacy")
        String name,

        @Nullable @OneLine @Size(max = 500) @Schema(description = "Kept sealed.")
        String note) {
    @Override
    public String toString() {
        return "NewTransfer[hidden]";
    }
}
