package dev.firstfill.tasks;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who opened a task, and so who closes it. */
@Schema(description = "Who opened the task: a case that moved, a case whose time came, or a colleague.")
public enum TaskSource {
    /** A case that came to a state in which this has to be done. */
    @JsonProperty("workflow")
    WORKFLOW,
    /** A case whose time came. */
    @JsonProperty("timer")
    TIMER,
    @JsonProperty("colleague")
    COLLEAGUE;

    /** What a case opened is done when the case moves on, and not when somebody says so. */
    boolean isClosedByHand() {
        return this == COLLEAGUE;
    }
}
