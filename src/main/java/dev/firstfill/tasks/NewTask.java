package dev.firstfill.tasks;

import dev.firstfill.identifiers.UsState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task that is to be opened.
 *
 * @param queue the type's own, unless the type has none
 * @param visibleFrom before which nobody pulls it; null for at once
 * @param dueAt by when it has to be begun, if earlier than its priority says
 * @param licence of which state whoever does it needs a licence; null for anybody
 * @param skill what else whoever does it has to be good at, as one word such as {@code spanish}; null for anybody
 * @param note kept sealed by the patient's key, {@value TaskNotes#NOTE_MAX} characters at most
 */
public record NewTask(
        TaskType type,
        Queue queue,
        TaskSubject subject,
        Priority priority,
        @Nullable Instant visibleFrom,
        @Nullable Instant dueAt,
        @Nullable UsState licence,
        @Nullable String skill,
        TaskSource source,
        @Nullable String note) {

    public NewTask {
        if (type.queue().filter(own -> own != queue).isPresent()) {
            throw new IllegalArgumentException(
                    "The task %s belongs into %s".formatted(type, type.queue().orElseThrow()));
        }
        if (source != TaskSource.COLLEAGUE && subject.caseId() == null) {
            throw new IllegalArgumentException("What no case opened nobody would close.");
        }
    }

    /** One that a case opens, at once and for anybody who works its type's queue. */
    public static NewTask ofWorkflow(TaskType type, TaskSubject subject, Priority priority) {
        return new NewTask(
                type, type.queue().orElseThrow(), subject, priority, null, null, null, null, TaskSource.WORKFLOW, null);
    }

    /** One that a case opens because its time came. */
    public NewTask byTimer() {
        return new NewTask(type, queue, subject, priority, visibleFrom, dueAt, licence, skill, TaskSource.TIMER, note);
    }

    public NewTask visibleFrom(Instant from) {
        return new NewTask(type, queue, subject, priority, from, dueAt, licence, skill, source, note);
    }

    public NewTask dueAt(Instant due) {
        return new NewTask(type, queue, subject, priority, visibleFrom, due, licence, skill, source, note);
    }

    /** Pharmacists may counsel only where they are licensed: in the state of the patient's address. */
    public NewTask licensedIn(@Nullable UsState state) {
        return new NewTask(type, queue, subject, priority, visibleFrom, dueAt, state, skill, source, note);
    }

    public NewTask skilledIn(String word) {
        return new NewTask(type, queue, subject, priority, visibleFrom, dueAt, licence, word, source, note);
    }

    @Override
    public String toString() {
        return "NewTask[%s]".formatted(type);
    }
}
