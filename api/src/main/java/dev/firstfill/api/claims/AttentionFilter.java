package dev.firstfill.api.claims;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.firstfill.api.problem.ProblemException;
import dev.firstfill.api.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a list shows all claims, or those that somebody should look after. */
@Schema(enumeration = {"any", "needed"})
public enum AttentionFilter {
    @JsonProperty("any")
    ANY,
    @JsonProperty("needed")
    NEEDED;

    /** For query parameters, which the framework converts by this name. */
    public static AttentionFilter fromString(String name) {
        return switch (name) {
            case "any" -> ANY;
            case "needed" -> NEEDED;
            default -> throw new ProblemException(ProblemType.INVALID_PARAMETER, "attention is any or needed.");
        };
    }
}
