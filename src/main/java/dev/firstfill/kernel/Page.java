package dev.firstfill.kernel;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param more whether another page follows the last item
 */
public record Page<T>(List<T> items, boolean more) {
    public Page {
        items = List.copyOf(items);
    }

    /** Cuts a page from rows of which one more than the page holds was asked for, to learn whether more follow. */
    public static <R, T> Page<T> cut(List<R> rows, int limit, Function<R, T> view) {
        return new Page<>(rows.stream().limit(limit).map(view).toList(), rows.size() > limit);
    }
}
