package dev.firstfill.api.emergency;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.firstfill.api.problem.ProblemException;
import dev.firstfill.api.problem.ProblemType;
import dev.firstfill.emergency.ReviewState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which accesses a list shows, as the contract calls it. */
@Schema(enumeration = {"pending", "done", "all"})
public enum ReviewFilter {
    @JsonProperty("pending")
    PENDING,
    @JsonProperty("done")
    DONE,
    @JsonProperty("all")
    ALL;

    /** For query parameters, which the framework converts by this name. */
    public static ReviewFilter fromString(String name) {
        return switch (name) {
            case "pending" -> PENDING;
            case "done" -> DONE;
            case "all" -> ALL;
            default -> throw new ProblemException(ProblemType.INVALID_PARAMETER, "review is pending, done or all.");
        };
    }

    ReviewState state() {
        return ReviewState.valueOf(name());
    }
}
