package dev.firstfill.tasks;

import dev.firstfill.identifiers.UsState;
import dev.firstfill.patients.PatientReference;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task as a colleague wishes it.
 *
 * @param onCase the patient's case it belongs to, by id or number; null when it is about the patient alone
 * @param queue the type's own, unless the type has none
 */
public record TaskWish(
        PatientReference patient,
        @Nullable String onCase,
        TaskType type,
        Queue queue,
        Priority priority,
        @Nullable Instant visibleFrom,
        @Nullable Instant dueAt,
        @Nullable UsState licence,
        @Nullable String skill,
        @Nullable String note) {
    /** Two years: whatever is farther off than that was mistyped. */
    static final Duration TIME_MAX = Duration.ofDays(731);

    void mustBeInSight(Instant now) {
        if (!isInSight(visibleFrom, now) || !isInSight(dueAt, now)) {
            throw new TaskRefusals.TimeOutOfRange();
        }
    }

    private static boolean isInSight(@Nullable Instant time, Instant now) {
        return time == null || !time.isAfter(now.plus(TIME_MAX)) && !time.isBefore(now.minus(TIME_MAX));
    }

    NewTask about(TaskSubject subject) {
        return new NewTask(
                type, queue, subject, priority, visibleFrom, dueAt, licence, skill, TaskSource.COLLEAGUE, note);
    }

    @Override
    public String toString() {
        return "TaskWish[%s]".formatted(type);
    }
}
