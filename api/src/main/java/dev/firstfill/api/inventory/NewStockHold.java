package dev.firstfill.api.inventory;

import dev.firstfill.inventory.HoldReason;
import dev.firstfill.inventory.LotStatus;
import dev.firstfill.kernel.OneLine;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a lot is held. */
@Schema(name = "NewStockHold", description = "Why the lot must not be dispensed for now.")
public record NewStockHold(
        @NotNull @Schema(description = "quarantined; or damaged, to be wasted.")
        LotStatus status,

        @NotNull HoldReason reasonCode,

        @Nullable @OneLine @Size(min = 1, max = 500) @Schema(description = "Names nobody; kept sealed.")
        String reason) {
    @Override
    public String toString() {
        return "NewStockHold[hidden]";
    }
}
