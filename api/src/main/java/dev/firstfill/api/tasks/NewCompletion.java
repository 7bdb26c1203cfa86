package dev.firstfill.api.tasks;

import dev.firstfill.kernel.OneLine;
import dev.firstfill.tasks.TaskNotes;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of a task. */
@Schema(name = "NewTaskCompletion", description = "What became of a task.")
public record NewCompletion(
        @NotNull CompletionOutcome outcome,

        @Nullable @OneLine @Size(max = TaskNotes.NOTE_MAX) @Schema(description = "Kept sealed.")
        String note) {

    @Override
    public String toString() {
        return "NewCompletion[hidden]";
    }
}
