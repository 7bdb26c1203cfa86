package dev.firstfill.api.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.firstfill.api.problem.ProblemException;
import dev.firstfill.api.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The orders a list can be had in. */
@Schema(enumeration = {"oldest", "newest"})
public enum Sort {
    @JsonProperty("oldest")
    OLDEST,
    @JsonProperty("newest")
    NEWEST;

    /** For query parameters, which the framework converts by this name. */
    public static Sort fromString(String name) {
        return switch (name) {
            case "oldest" -> OLDEST;
            case "newest" -> NEWEST;
            default -> throw new ProblemException(ProblemType.INVALID_PARAMETER, "sort is oldest or newest.");
        };
    }
}
