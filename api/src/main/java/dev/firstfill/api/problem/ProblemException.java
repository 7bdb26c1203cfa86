package dev.firstfill.api.problem;

import dev.firstfill.api.problem.Problem.FieldError;
import java.util.List;

/** Stops a request at the front desk. Carries no stack trace: it is an answer. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient List<FieldError> errors;

    public ProblemException(ProblemType type, String detail) {
        this(type, detail, List.of());
    }

    public ProblemException(ProblemType type, String detail, List<FieldError> errors) {
        super(detail, null, false, false);
        this.type = type;
        this.errors = List.copyOf(errors);
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

    Problem problem() {
        return Problem.of(type, getMessage(), errors);
    }
}
