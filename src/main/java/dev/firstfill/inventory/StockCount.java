package dev.firstfill.inventory;

import dev.firstfill.kernel.Colleague;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A count of all that lies in one place. */
public record StockCount(
        StockCountId id,
        int version,
        StockLocationId location,
        CountState state,
        List<CountLine> lines,
        Colleague openedBy,
        Instant openedAt,
        @Nullable Colleague closedBy,
        @Nullable Instant closedAt) {
    public StockCount {
        lines = List.copyOf(lines);
    }
}
