package dev.firstfill.inventory;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one unit of the drug's package cost. */
@Schema(description = "What one unit of the drug's package cost.")
public record UnitCost(
        @NotNull
        @Pattern(regexp = "(0|[1-9][0-9]{0,7})(\\.[0-9]{1,4})?")
        @Schema(examples = "3150.25", description = "With at most four decimals.")
        String amount,

        @NotNull @Pattern(regexp = "USD") @Schema(examples = "USD")
        String currency) {
    static UnitCost of(BigDecimal dollars) {
        return new UnitCost(
                dollars.setScale(Math.max(2, Quantities.plain(dollars).scale())).toPlainString(), "USD");
    }

    BigDecimal dollars() {
        return new BigDecimal(amount);
    }
}
