package dev.firstfill.reports;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * A report as it was read.
 *
 * @param asOf when reading began; what happened while it was read may be in it or not
 * @param zone of the pharmacy: its days are the report's days
 * @param truncated whether there are more rows than {@link #ROWS_MAX}
 */
public record Report<R>(Instant asOf, ZoneId zone, List<R> rows, boolean truncated) {
    /** What one record of the audit ledger can name persons of, and one person can work through. */
    public static final int ROWS_MAX = 2_000;

    /** One more than a report holds tells whether it is whole. */
    static final int FETCHED = ROWS_MAX + 1;

    public Report {
        rows = List.copyOf(rows);
    }
}
