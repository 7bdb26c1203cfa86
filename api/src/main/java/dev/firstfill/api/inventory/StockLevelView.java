package dev.firstfill.api.inventory;

import dev.firstfill.inventory.DrugStock;
import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What there is of one drug. */
@Schema(name = "StockLevel", description = "What there is of a drug at all places, in units of its package.")
public record StockLevelView(
        @Schema(description = "The drug's id.") UUID drug,

        @Schema(examples = "10") BigDecimal onHand,
        @Schema(examples = "2") BigDecimal reserved,

        @Schema(examples = "8", description = "Available, unexpired and not reserved.")
        BigDecimal free,

        @Nullable @Schema(examples = "4", description = "How much should be free at least; absent when nobody said.")
        BigDecimal reorderLevel,

        @Schema(description = "Whether less is free than should be.")
        boolean low) {
    static StockLevelView of(DrugStock stock) {
        return new StockLevelView(
                stock.drug().value(),
                stock.onHand(),
                stock.reserved(),
                stock.free(),
                stock.reorderLevel(),
                stock.isLow());
    }
}
