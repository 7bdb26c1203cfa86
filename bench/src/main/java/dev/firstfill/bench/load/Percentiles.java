package dev.firstfill.bench.load;

/**
 * What an open load found.
 *
 * @param served answers from its beginning, those included that are not counted because it was warming up: what all
 *     processes spent meanwhile they spent on so many
 * @param perSecond answered
 * @param failures answers that were no success, and requests without any
 * @param blockedMs how long requests waited for a free connection, all together: more than nothing of note spoils the rest
 */
public record Percentiles(
        double perSecond,
        long answers,
        long served,
        long failures,
        double p50Ms,
        double p99Ms,
        double maxMs,
        double blockedMs) {

    /** A percentile of what was answered says nothing when something was not. */
    public void mustBeWithoutFailures() {
        if (failures > 0) {
            throw new IllegalStateException("%d of %d requests failed".formatted(failures, failures + answers));
        }
    }
}
