package dev.firstfill.kernel;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list in order of creation is wanted. Continues after a key, never after a count, so that the
 * thousandth page costs what the first one does and nothing is skipped when rows are added.
 *
 * @param after the id of the last item seen; null for the first page
 * @param limit how many items at most, 1 to {@value #LIMIT_MAX}
 */
public record PageRequest(@Nullable UUID after, int limit, boolean newestFirst) {
    public static final int LIMIT_DEFAULT = 50;
    public static final int LIMIT_MAX = 200;

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    public PageRequest {
        limit = Math.clamp(limit, 1, LIMIT_MAX);
    }

    /** Where to begin, so that one statement serves first and later pages alike. */
    public UUID from() {
        if (after != null) {
            return after;
        }
        return newestFirst ? AFTER_ALL : BEFORE_ALL;
    }

    /** One more than the page holds tells whether another page follows. */
    public int fetched() {
        return limit + 1;
    }
}
