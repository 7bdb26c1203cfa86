package dev.firstfill.api.inventory;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody counted. */
@Schema(name = "NewStockTally", description = "What somebody counted of one lot.")
public record NewTally(
        @NotNull @Schema(description = "The stock lot's id.")
        UUID lot,

        @NotNull
        @PositiveOrZero
        @DecimalMax("999999.999")
        @Digits(integer = 6, fraction = 3)
        @Schema(examples = "9", description = "In units of the drug's package.")
        BigDecimal quantity) {}
