package dev.firstfill.api.inventory;

import dev.firstfill.inventory.AdjustmentReason;
import dev.firstfill.kernel.OneLine;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A correction of a lot's book. */
@Schema(name = "NewStockAdjustment", description = "A correction of the lot's book, for somebody else to confirm.")
public record NewAdjustment(
        @NotNull
        @DecimalMin("-999999.999")
        @DecimalMax("999999.999")
        @Digits(integer = 6, fraction = 3)
        @Schema(examples = "-1", description = "Of what is on hand, in units of the drug's package; not zero.")
        BigDecimal change,

        @NotNull AdjustmentReason reasonCode,

        @NotBlank @OneLine @Size(max = 500) @Schema(description = "What happened; names nobody, kept sealed.")
        String reason) {
    @Override
    public String toString() {
        return "NewAdjustment[hidden]";
    }
}
