package dev.firstfill.inventory;

import dev.firstfill.kernel.Colleague;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time in which stock was too warm or too cold.
 *
 * @param meanKinetic temperature, in degrees Celsius
 * @param note what happened, in words
 */
public record Excursion(
        ExcursionId id,
        int version,
        StockLocationId location,
        Instant begunAt,
        Instant endedAt,
        List<TemperatureReading> readings,
        BigDecimal meanKinetic,
        List<AffectedLot> lots,
        @Nullable String note,
        Colleague reportedBy,
        Instant reportedAt) {
    public Excursion {
        readings = List.copyOf(readings);
        lots = List.copyOf(lots);
    }

    /** As long as one lot waits for a pharmacist. */
    public boolean isOpen() {
        return lots.stream().anyMatch(AffectedLot::waits);
    }

    @Override
    public String toString() {
        return "Excursion[%s]".formatted(id);
    }
}
