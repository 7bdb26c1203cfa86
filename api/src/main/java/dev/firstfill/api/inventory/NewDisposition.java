package dev.firstfill.api.inventory;

import dev.firstfill.inventory.Disposition;
import dev.firstfill.kernel.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A pharmacist's decision on a lot. */
@Schema(name = "NewStockDisposition", description = "A pharmacist's decision on a lot that waits.")
public record NewDisposition(
        @NotNull Disposition decision,

        @NotBlank
        @OneLine
        @Size(max = 500)
        @Schema(
                examples = "Helix stability data: stable for 48 h at up to 15 °C",
                description = "On what it rests; names nobody, kept sealed.")
        String basis) {
    @Override
    public String toString() {
        return "NewDisposition[hidden]";
    }
}
