package dev.firstfill.tasks;

import dev.firstfill.identifiers.UsState;
import dev.firstfill.kernel.Colleague;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody has to do.
 *
 * @param licence of which state whoever does it needs a licence; null for anybody
 * @param visibleFrom before which nobody pulls it, because it was opened ahead of its time or was put off
 * @param pullBy the order of pulling: the earliest comes first
 * @param assignee whoever has it in hand, or had it when it was closed
 * @param notes null when nothing was written, or the patient was erased since
 */
public record Task(
        TaskId id,
        int version,
        TaskType type,
        Queue queue,
        TaskSource source,
        TaskSubject subject,
        TaskState state,
        Priority priority,
        @Nullable UsState licence,
        @Nullable String skill,
        Instant openedAt,
        Colleague openedBy,
        Instant visibleFrom,
        @Nullable Instant dueAt,
        Instant pullBy,
        @Nullable Colleague assignee,
        @Nullable Instant assignedAt,
        @Nullable Closing closing,
        @Nullable TaskNotes notes) {

    /** How it ended. */
    public record Closing(TaskOutcome outcome, Instant at, Colleague by) {}

    @Override
    public String toString() {
        return "Task[%s]".formatted(id);
    }
}
