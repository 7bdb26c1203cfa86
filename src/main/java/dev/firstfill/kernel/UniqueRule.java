package dev.firstfill.kernel;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;
import org.hibernate.exception.ConstraintViolationException;

/**
 * A rule that only the database can keep, because two callers may break it together: its constraint's violation is
 * turned into the refusal that it means.
 *
 * @param constraint its name in the migration
 */
public record UniqueRule(String constraint, Supplier<Refusal> refusal) {

    public <T> Uni<T> on(Uni<T> flush) {
        return flush.onFailure(this::isBroken).transform(broken -> refusal.get());
    }

    private boolean isBroken(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConstraintViolationException violation) {
                return String.valueOf(violation.getMessage()).contains('"' + constraint + '"')
                        || constraint.equals(violation.getConstraintName());
            }
        }
        return false;
    }
}
