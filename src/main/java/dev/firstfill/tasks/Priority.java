package dev.firstfill.tasks;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How soon somebody should begin; the most urgent first. */
@Schema(name = "TaskPriority", description = "How soon somebody should begin: at once, within 4, 24 or 72 hours.")
public enum Priority {
    @JsonProperty("urgent")
    URGENT(Duration.ZERO),
    @JsonProperty("high")
    HIGH(Duration.ofHours(4)),
    @JsonProperty("normal")
    NORMAL(Duration.ofHours(24)),
    @JsonProperty("low")
    LOW(Duration.ofHours(72));

    private final Duration allowance;

    Priority(Duration allowance) {
        this.allowance = allowance;
    }

    /** For how long more urgent ones that come later may be taken first. */
    public Duration allowance() {
        return allowance;
    }

    boolean isMoreUrgentThan(Priority other) {
        return compareTo(other) < 0;
    }
}
