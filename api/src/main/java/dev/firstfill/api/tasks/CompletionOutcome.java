package dev.firstfill.api.tasks;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a task, in the words of whoever completed it. */
@Schema(description = "What became of a task that somebody completed.")
public enum CompletionOutcome {
    @JsonProperty("done")
    DONE,
    /** It could not be done, and trying again would not help. */
    @JsonProperty("not-possible")
    NOT_POSSIBLE,
    /** It turned out that nobody has to do it. */
    @JsonProperty("not-needed")
    NOT_NEEDED,
    /** Another task says the same. */
    @JsonProperty("duplicate")
    DUPLICATE
}
