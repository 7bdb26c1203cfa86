package dev.firstfill.api.inventory;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How much of a drug should be there. */
@Schema(description = "How much of the drug should be free at least.")
public record NewStockLevel(
        @Nullable
        @PositiveOrZero
        @DecimalMax("999999.999")
        @Digits(integer = 6, fraction = 3)
        @Schema(examples = "4", description = "In units of the drug's package; absent for none.")
        BigDecimal reorderLevel) {}
