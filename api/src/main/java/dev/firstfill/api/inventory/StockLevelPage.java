package dev.firstfill.api.inventory;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of stock levels. */
@Schema(description = "One page of stock levels.")
public record StockLevelPage(
        List<StockLevelView> items,

        @Nullable @Schema(description = "Where the list goes on; absent on the last page.")
        String nextCursor) {}
