package dev.firstfill.tasks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * In which order tasks are pulled: by the instant until which a task lets more urgent ones go first. It is set when the
 * task is opened and does not change as time passes, so an index keeps the order; yet everything ages: whatever is
 * opened after that instant has a later one of its own. So before a task go only some of those that were opened before
 * that instant, and it is not starved however much comes in.
 */
final class PullOrder {
    private PullOrder() {}

    /** Never before it may be pulled at all. */
    static Instant of(Instant visibleFrom, Priority priority, @Nullable Instant dueAt) {
        var patient = visibleFrom.plus(priority.allowance());
        return later(visibleFrom, dueAt == null ? patient : earlier(patient, dueAt));
    }

    /** Of a task that has become more urgent: as if it had been from the beginning, and not before it may be pulled. */
    static Instant raised(Instant pullBy, Instant openedAt, Instant visibleFrom, Priority priority) {
        return later(visibleFrom, earlier(pullBy, openedAt.plus(priority.allowance())));
    }

    static Instant snoozed(Instant pullBy, Instant until) {
        return later(pullBy, until);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
