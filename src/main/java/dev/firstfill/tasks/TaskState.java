package dev.firstfill.tasks;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a task stands, and what may become of it.
 *
 * <pre>
 *              snooze                snooze, assign to another
 *               +--+                    +--+
 *               v  |                    v  |
 *   open ---&gt; WAITING --- assign ---&gt; ASSIGNED
 *               | ^ |                   | | |
 *               | | +---- give back ----+ | |
 *               | |                       | |
 *               +-+------ complete -------+-+---&gt; COMPLETED
 *                 +------ cancel -----------+---&gt; CANCELLED
 * </pre>
 *
 * That it is snoozed is said by its time: it stays with whoever has it, and is pulled by nobody until then.
 */
@Schema(description = "Where a task stands; one that is snoozed says until when.")
public enum TaskState {
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("assigned")
    ASSIGNED,
    @JsonProperty("completed")
    COMPLETED,
    @JsonProperty("cancelled")
    CANCELLED;

    private static final Map<TaskState, Map<TaskMove, TaskState>> NEXT = Map.of(
            WAITING,
            Map.of(
                    TaskMove.ASSIGN, ASSIGNED,
                    TaskMove.SNOOZE, WAITING,
                    TaskMove.COMPLETE, COMPLETED,
                    TaskMove.CANCEL, CANCELLED),
            ASSIGNED,
            Map.of(
                    TaskMove.ASSIGN, ASSIGNED,
                    TaskMove.GIVE_BACK, WAITING,
                    TaskMove.SNOOZE, ASSIGNED,
                    TaskMove.COMPLETE, COMPLETED,
                    TaskMove.CANCEL, CANCELLED),
            COMPLETED,
            Map.of(),
            CANCELLED,
            Map.of());

    private static final Map<TaskState, String> REMEDIES = Map.of(
            WAITING, "Nobody has it: take it, or leave it where it is.",
            ASSIGNED, "Complete it, snooze it or give it back.",
            COMPLETED, "Open another.",
            CANCELLED, "Open another.");

    /** @throws TaskRefusals.MoveNotAllowed when that cannot be done with it now */
    TaskState after(TaskMove move) {
        var next = NEXT.get(this).get(move);
        if (next == null) {
            throw new TaskRefusals.MoveNotAllowed(this, move);
        }
        return next;
    }

    String remedy() {
        return REMEDIES.get(this);
    }

    /** As the contract calls it. */
    public String wireName() {
        return WireName.of(this);
    }

    /** Of its name in the contract. */
    public static TaskState fromString(String name) {
        return WireName.read(TaskState.class, name);
    }
}
