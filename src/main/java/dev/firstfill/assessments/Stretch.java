package dev.firstfill.assessments;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list. It may hold fewer than were asked for, even none, and yet go on: patients who were erased are left
 * out.
 *
 * @param goesOnAfter null on the last page
 */
public record Stretch<T>(List<T> items, @Nullable UUID goesOnAfter) {
    public Stretch {
        items = List.copyOf(items);
    }
}
