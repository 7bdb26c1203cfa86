package dev.firstfill.api.dispensing;

import dev.firstfill.dispensing.DispenseLot;
import dev.firstfill.inventory.Ownership;
import dev.firstfill.kernel.Decimals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One lot in a dispense. */
@Schema(name = "DispenseLot", description = "What of one lot is in a dispense.")
public record DispenseLotView(
        @Nullable @Schema(description = "Where it lay; absent in history that came from another system.")
        UUID stockLot,

        @Schema(examples = "7F3K21") String lotNumber,

        @Schema(description = "The last day on which it may be used.")
        LocalDate expiresOn,

        @Schema(examples = "2", description = "In units of the drug's package.")
        BigDecimal quantity,

        Ownership ownership) {
    public static DispenseLotView of(DispenseLot lot) {
        return new DispenseLotView(
                lot.stockLot(), lot.lotNumber(), lot.expiresOn(), Decimals.plain(lot.quantity()), lot.ownership());
    }
}
