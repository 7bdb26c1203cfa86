package dev.firstfill.api.tasks;

import dev.firstfill.identifiers.UsState;
import dev.firstfill.kernel.OneLine;
import dev.firstfill.patients.PatientReference;
import dev.firstfill.tasks.Priority;
import dev.firstfill.tasks.Queue;
import dev.firstfill.tasks.TaskNotes;
import dev.firstfill.tasks.TaskType;
import dev.firstfill.tasks.TaskWish;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that a colleague wants done. */
@Schema(name = "NewTask", description = "Something that a colleague wants done.")
public record NewTaskBody(
        @NotBlank @OneLine @Size(max = 36) @Schema(examples = "P1001", description = "The patient's id or number.")
        String patient,

        @Nullable
        @OneLine
        @Size(max = 36)
        @Schema(
                examples = "C1001",
                description = "The patient's case that it belongs to, by id or number; absent when it is about the"
                        + " patient alone.")
        String patientCase,

        @NotNull TaskType type,

        @Nullable @Schema(description = "Of the type other, and of no other.")
        Queue queue,

        @NotNull Priority priority,

        @Nullable @Schema(description = "Before which nobody pulls it; at once when absent.")
        Instant visibleFrom,

        @Nullable @Schema(description = "By when somebody has to begin, if that is earlier than the priority says.")
        Instant dueAt,

        @Nullable @Schema(description = "The state in which whoever does it needs a licence.")
        UsState licence,

        @Nullable
        @Pattern(regexp = SKILL)
        @Schema(examples = "spanish", description = "What whoever does it has to be good at, in one word.")
        String skill,

        @Nullable @OneLine @Size(max = TaskNotes.NOTE_MAX) @Schema(description = "Kept sealed.")
        String note) {

    static final String SKILL = "[a-z0-9][a-z0-9-]{0,39}";

    @AssertTrue(message = "queue must be given when type is other, and never else")
    boolean isQueueOfOther() {
        return type == null || (queue != null) == type.queue().isEmpty();
    }

    TaskWish wish() {
        return new TaskWish(
                PatientReference.of(patient),
                patientCase,
                type,
                type.queue().orElseGet(() -> Objects.requireNonNull(queue, "queue")),
                priority,
                visibleFrom,
                dueAt,
                licence,
                skill,
                note);
    }

    @Override
    public String toString() {
        return "NewTaskBody[hidden]";
    }
}
