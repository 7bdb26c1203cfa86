package dev.firstfill.api.tasks;

import dev.firstfill.api.security.ColleagueView;
import dev.firstfill.identifiers.UsState;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.tasks.Priority;
import dev.firstfill.tasks.Queue;
import dev.firstfill.tasks.Task;
import dev.firstfill.tasks.TaskOutcome;
import dev.firstfill.tasks.TaskSource;
import dev.firstfill.tasks.TaskState;
import dev.firstfill.tasks.TaskType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A task as the front end reads one. */
@Schema(name = "Task", description = "Something that somebody has to do.")
public record TaskView(
        UUID id,
        TaskType type,
        Queue queue,
        TaskSource source,
        UUID patient,

        @Nullable @Schema(description = "The case it belongs to; absent when it is about the patient alone.")
        UUID patientCase,

        TaskState state,
        Priority priority,

        @Nullable @Schema(description = "The state in which whoever does it needs a licence.")
        UsState licence,

        @Nullable @Schema(examples = "spanish", description = "What whoever does it has to be good at.")
        String skill,

        Instant openedAt,
        ColleagueView openedBy,

        @Schema(description = "Before which nobody pulls it: it was opened ahead of its time, or put off.")
        Instant visibleFrom,

        @Nullable Instant dueAt,

        @Schema(description = "The order of pulling: the earliest comes first.")
        Instant pullBy,

        @Nullable @Schema(description = "Whoever has it, or had it when it was closed.")
        ColleagueView assignee,

        @Nullable Instant assignedAt,
        @Nullable TaskOutcome outcome,
        @Nullable Instant closedAt,
        @Nullable ColleagueView closedBy,

        @Nullable @Schema(description = "By whoever opened it; absent when the patient was erased.")
        String note,

        @Nullable @Schema(description = "Why it was put off last.")
        String snoozeReason,

        @Nullable @Schema(description = "By whoever completed it.")
        String completionNote) {

    public static TaskView of(Task task) {
        var closing = task.closing();
        var notes = task.notes();
        return new TaskView(
                task.id().value(),
                task.type(),
                task.queue(),
                task.source(),
                task.subject().patient().value(),
                task.subject().caseId(),
                task.state(),
                task.priority(),
                task.licence(),
                task.skill(),
                task.openedAt(),
                ColleagueView.of(task.openedBy()),
                task.visibleFrom(),
                task.dueAt(),
                task.pullBy(),
                colleague(task.assignee()),
                task.assignedAt(),
                closing == null ? null : closing.outcome(),
                closing == null ? null : closing.at(),
                closing == null ? null : colleague(closing.by()),
                notes == null ? null : notes.opened(),
                notes == null ? null : notes.snoozed(),
                notes == null ? null : notes.closed());
    }

    private static @Nullable ColleagueView colleague(@Nullable Colleague colleague) {
        return colleague == null ? null : ColleagueView.of(colleague);
    }

    @Override
    public String toString() {
        return "TaskView[%s]".formatted(id);
    }
}
