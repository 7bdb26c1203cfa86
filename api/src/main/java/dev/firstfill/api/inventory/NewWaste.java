package dev.firstfill.api.inventory;

import dev.firstfill.inventory.WasteReason;
import dev.firstfill.kernel.OneLine;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is thrown away. */
@Schema(name = "NewStockWaste", description = "How much of the lot is taken off the shelf for good, and why.")
public record NewWaste(
        @NotNull
        @Positive
        @DecimalMax("999999.999")
        @Digits(integer = 6, fraction = 3)
        @Schema(examples = "1", description = "In units of the drug's package.")
        BigDecimal quantity,

        @NotNull WasteReason reasonCode,

        @Nullable @OneLine @Size(min = 1, max = 500) @Schema(description = "Names nobody; kept sealed.")
        String reason) {
    @Override
    public String toString() {
        return "NewWaste[hidden]";
    }
}
