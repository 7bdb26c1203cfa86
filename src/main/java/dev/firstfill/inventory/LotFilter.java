package dev.firstfill.inventory;

import dev.firstfill.drugs.DrugReference;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which lots a list shows; null narrows nothing.
 *
 * @param location a place's id or name
 * @param expiringBefore the first day that is too late
 * @param emptyToo whether lots of which nothing is left are shown
 * @param adjusting only those with a correction that waits to be confirmed
 */
public record LotFilter(
        @Nullable DrugReference drug,
        @Nullable String location,
        @Nullable Ownership ownership,
        @Nullable LotStatus status,
        @Nullable LocalDate expiringBefore,
        boolean emptyToo,
        boolean adjusting) {}
