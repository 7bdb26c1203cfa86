package dev.firstfill.api.inventory;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of stock locations. */
@Schema(description = "One page of stock locations.")
public record StockLocationPage(
        List<StockLocationView> items,

        @Nullable @Schema(description = "Where the list goes on; absent on the last page.")
        String nextCursor) {}
