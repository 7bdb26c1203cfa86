package dev.firstfill.api.problem;

import dev.firstfill.api.problem.Problem.FieldError;
import java.util.List;

/** Stops a request at the front desk. Carries no stack trace: it is an answer. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient List<FieldError> errors;
    private final long retryAfterSeconds;

    public ProblemException(ProblemType type, String detail) {
        this(type, detail, List.of());
    }

    public ProblemException(ProblemType type, String detail, List<FieldError> errors) {
        super(detail, null, false, false);
        this.type = type;
        this.errors = List.copyOf(errors);
        this.retryAfterSeconds = 0;
    }

    private ProblemException(ProblemType type, String detail, long retryAfterSeconds) {
        super(detail, null, false, false);
        this.type = type;
        this.errors = List.of();
        this.retryAfterSeconds = retryAfterSeconds;
    }

    public static ProblemException rateLimited(int perMinute, long retryAfterSeconds) {
        return new ProblemException(
                ProblemType.RATE_LIMITED,
                "This client may send %d requests a minute in this pharmacy; the next one is worth trying in %d s."
                        .formatted(perMinute, retryAfterSeconds),
                retryAfterSeconds);
    }

    public static ProblemException invalidBody(List<FieldError> errors) {
        var places =
                errors.size() == 1 ? "1 place in the body is wrong" : errors.size() + " places in the body are wrong";
        return new ProblemException(ProblemType.INVALID_BODY, places + "; see errors.", errors);
    }

    public ProblemType type() {
        return type;
    }

    /** For an invalid body: every place that is wrong. */
    public List<FieldError> errors() {
        return errors;
    }

    /** Zero if it is not known when another try is worth while. */
    long retryAfterSeconds() {
        return retryAfterSeconds;
    }

    Problem problem() {
        return Problem.of(type, getMessage(), errors);
    }
}
