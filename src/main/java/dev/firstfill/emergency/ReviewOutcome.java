package dev.firstfill.emergency;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the privacy officer found. */
@Schema(description = "What the privacy officer found.")
public enum ReviewOutcome {
    @JsonProperty("justified")
    JUSTIFIED,
    @JsonProperty("not-justified")
    NOT_JUSTIFIED,
    /** There was an emergency, and it should have been met in another way. */
    @JsonProperty("needs-training")
    NEEDS_TRAINING
}
