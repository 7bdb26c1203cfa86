package dev.firstfill.tenancy.audit;

import java.time.Duration;

/**
 * How long an answer waits for its record, when somebody looks every quarter of that. Who is nearer to the end of it
 * than to the next look is told now: so nobody is refused, or waits, more than an eighth beside it.
 */
record Patience(Duration whole) {
    private static final int LOOKS = 4;

    long betweenLooksMillis() {
        return Math.max(1, whole.toMillis() / LOOKS);
    }

    /** @param since when the waiting began, on the same watch as now */
    boolean isOver(long sinceNanos, long nowNanos) {
        return nowNanos - sinceNanos >= whole.toNanos() - whole.toNanos() / LOOKS / 2;
    }
}
