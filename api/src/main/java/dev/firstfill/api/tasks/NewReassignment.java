package dev.firstfill.api.tasks;

import dev.firstfill.kernel.OneLine;
import dev.firstfill.tasks.Queue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whose tasks are to be whose. */
@Schema(name = "NewTaskReassignment", description = "Whose tasks are to be whose.")
public record NewReassignment(
        @Nullable
        @OneLine
        @Size(min = 1, max = 100)
        @Schema(
                examples = "5b3f0c1e-6a2d-4c57-9d0e-3f1f6f0a7b21",
                description = "The colleague who has them, by id; absent for those that wait in the queue.")
        String from,

        @Nullable @Schema(description = "Only those of this queue; needed when from is absent.")
        Queue queue,

        @Nullable @Valid @Schema(description = "Who is to have them; absent for back into their queues.")
        AssigneeBody to) {

    @AssertTrue(message = "from, or queue and to, must be given")
    boolean isFromSomewhereToElsewhere() {
        return from != null || queue != null && to != null;
    }
}
