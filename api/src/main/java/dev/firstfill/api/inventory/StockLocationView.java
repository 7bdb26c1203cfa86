package dev.firstfill.api.inventory;

import dev.firstfill.drugs.Storage;
import dev.firstfill.inventory.StockLocation;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A place where stock is kept. */
@Schema(name = "StockLocation", description = "A place where stock is kept.")
public record StockLocationView(
        UUID id,

        @Schema(examples = "Refrigerator 2", description = "Unique in the pharmacy; accepted wherever the id is.")
        String name,

        @Schema(description = "Only drugs of this storage class are put here.")
        Storage storage,

        @Schema(description = "Whether anything may still be put here.")
        boolean active,

        Instant createdAt,
        Instant updatedAt) {
    static StockLocationView of(StockLocation location) {
        var details = location.details();
        return new StockLocationView(
                location.id().value(),
                details.name(),
                details.storage(),
                details.active(),
                location.createdAt(),
                location.updatedAt());
    }
}
