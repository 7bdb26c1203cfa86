package dev.firstfill.api.tasks;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.firstfill.tasks.Handover;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of tasks that were to change hands. */
@Schema(name = "TaskReassignment", description = "What became of tasks that were to change hands.")
public record ReassignmentView(
        List<Item> items,

        @Schema(description = "Whether there are others, that were too many for once: send it again.")
        boolean more) {

    /** What became of one. */
    @Schema(name = "TaskReassignmentItem")
    public record Item(UUID task, Result result) {}

    /** How it ended. */
    @Schema(name = "TaskReassignmentResult")
    public enum Result {
        @JsonProperty("reassigned")
        REASSIGNED,
        /** Somebody was doing something with it in that moment, and it is as they left it. */
        @JsonProperty("busy")
        BUSY
    }

    static ReassignmentView of(Handover handover) {
        return new ReassignmentView(
                handover.items().stream()
                        .map(item -> new Item(item.task().value(), item.done() ? Result.REASSIGNED : Result.BUSY))
                        .toList(),
                handover.more());
    }
}
