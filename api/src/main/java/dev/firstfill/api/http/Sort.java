package dev.firstfill.api.http;

/** The orders a list can be had in. */
public enum Sort {
    OLDEST,
    NEWEST;

    /** For query parameters, which the framework converts by this name. */
    public static Sort fromString(String name) {
        return switch (name) {
            case "oldest" -> OLDEST;
            case "newest" -> NEWEST;
            default ->
                throw new dev.firstfill.api.problem.ProblemException(
                        dev.firstfill.api.problem.ProblemType.INVALID_PARAMETER, "sort is oldest or newest.");
        };
    }
}
