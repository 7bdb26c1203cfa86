package dev.firstfill.authorisations;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a payer that has heard and not decided is asked again: after half the time that it has had, so that the pauses
 * grow, until the time that it has is over. Whoever cannot wait inquires.
 */
final class AskingAgain {
    private static final Duration PAUSE_MIN = Duration.ofMinutes(1);
    private static final Duration PAUSE_MAX = Duration.ofHours(4);

    /** Where the law names no time, longer than any payer has for a decision before the service. */
    private static final Duration PATIENCE = Duration.ofDays(30);

    private AskingAgain() {}

    /** Empty when the time is over. */
    static Optional<Duration> after(AuthorisationProgress progress, Instant now) {
        var since = progress.roundAt() == null ? now : progress.roundAt();
        var until = progress.decisionDueAt() == null ? since.plus(PATIENCE) : progress.decisionDueAt();
        if (!now.isBefore(until)) {
            return Optional.empty();
        }
        var half = Duration.between(since, now).dividedBy(2);
        return Optional.of(longest(PAUSE_MIN, shortest(PAUSE_MAX, shortest(half, Duration.between(now, until)))));
    }

    private static Duration shortest(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static Duration longest(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
