package dev.firstfill.tenancy.migration;

import java.time.Duration;

/** How far a run over all pharmacies has come. */
public record MigrationProgress(int done, int failed, int total, Duration elapsed) {

    public double perSecond() {
        return elapsed.isZero() ? 0 : done * 1e9 / elapsed.toNanos();
    }

    /** If the rest goes as fast as what is done. */
    public Duration left() {
        return done == 0 ? Duration.ZERO : elapsed.multipliedBy(total - done).dividedBy(done);
    }

    MigrationProgress with(MigrationOutcome outcome, Duration nowElapsed) {
        int nowFailed = outcome instanceof MigrationOutcome.Failed ? failed + 1 : failed;
        return new MigrationProgress(done + 1, nowFailed, total, nowElapsed);
    }
}
