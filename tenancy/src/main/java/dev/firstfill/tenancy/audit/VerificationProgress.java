package dev.firstfill.tenancy.audit;

import java.time.Duration;

/**
 * How far a verification has come.
 *
 * @param done records checked
 * @param total records there were when it began
 * @param bytes of them
 */
public record VerificationProgress(long done, long total, long bytes, Duration elapsed) {

    public double perSecond() {
        return elapsed.isZero() ? 0 : done * 1e9 / elapsed.toNanos();
    }

    public double megabytesPerSecond() {
        return elapsed.isZero() ? 0 : bytes * 1e3 / elapsed.toNanos();
    }

    /** At the pace so far. */
    public Duration left() {
        return done == 0
                ? Duration.ZERO
                : elapsed.multipliedBy(Math.max(0, total - done)).dividedBy(done);
    }
}
