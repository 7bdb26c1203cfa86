package dev.firstfill.api.reports;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report that can be written as one table. */
interface Sheet {
    String MEDIA_TYPE = "text/csv;charset=UTF-8";

    /** What the file is called, without its ending. */
    String title();

    Instant asOf();

    boolean truncated();

    /** Where a report goes on that was not shown whole; null for one that does not go on. */
    default @Nullable String nextCursor() {
        return null;
    }

    List<String> columns();

    /** As many cells in each row as there are columns; null is an empty one. */
    List<List<@Nullable Object>> cells();
}
