package dev.firstfill.api.limits;

import java.time.Duration;

/**
 * What a client may still spend: full at first, and refilled steadily, by a whole quota in a minute. Reckons in whole
 * numbers, so that nothing is lost to rounding however often it is asked.
 */
final class TokenBucket {
    /** What one nanosecond adds under a quota of one; so a token is as many of these as a minute has nanoseconds. */
    static final long UNITS_PER_TOKEN = Duration.ofMinutes(1).toNanos();

    private static final long NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

    private int quota;
    private long units;
    private long atNanos;

    TokenBucket(int quota, long nowNanos) {
        this.quota = quota;
        this.units = capacity();
        this.atNanos = nowNanos;
    }

    private long capacity() {
        return quota * UNITS_PER_TOKEN;
    }

    /** The operator may have changed the quota: what a smaller bucket cannot hold is gone. */
    void holdAtMost(int newQuota, long nowNanos) {
        refill(nowNanos);
        quota = newQuota;
        units = Math.min(units, capacity());
    }

    /** Replaces what was thought to be there by what is known. */
    void know(long knownUnits, long nowNanos) {
        atNanos = nowNanos;
        units = Math.min(knownUnits, capacity());
    }

    boolean take(long nowNanos) {
        refill(nowNanos);
        if (units < UNITS_PER_TOKEN) {
            return false;
        }
        units -= UNITS_PER_TOKEN;
        return true;
    }

    int remaining(long nowNanos) {
        refill(nowNanos);
        return (int) (units / UNITS_PER_TOKEN);
    }

    /** Rounded up: whoever waits so long finds it so. */
    long secondsUntilFull(long nowNanos) {
        refill(nowNanos);
        return secondsUntil(capacity());
    }

    /** Rounded up, and at least one. */
    long secondsUntilOne(long nowNanos) {
        refill(nowNanos);
        return Math.max(1, secondsUntil(UNITS_PER_TOKEN));
    }

    private long secondsUntil(long wanted) {
        return units >= wanted ? 0 : Math.ceilDiv(Math.ceilDiv(wanted - units, quota), NANOS_PER_SECOND);
    }

    private void refill(long nowNanos) {
        // Not more than fills it, which also keeps the product within a long.
        long elapsed = Math.clamp(nowNanos - atNanos, 0, UNITS_PER_TOKEN);
        units = Math.min(units + elapsed * quota, capacity());
        atNanos = nowNanos;
    }
}
