package dev.firstfill.api.tasks;

import dev.firstfill.kernel.OneLine;
import dev.firstfill.tasks.TaskNotes;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Until when a task is put off, and why. */
@Schema(description = "Until when a task is put off, and why.")
public record NewSnooze(
        @NotNull @Schema(description = "To come, within 90 days.")
        Instant until,

        @NotBlank
        @OneLine
        @Size(max = TaskNotes.SNOOZE_REASON_MAX)
        @Schema(examples = "The prescriber's office is open again on Monday.", description = "Kept sealed.")
        String reason) {

    @Override
    public String toString() {
        return "NewSnooze[hidden]";
    }
}
