package dev.firstfill.assessments;

import dev.firstfill.kernel.Colleague;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A side effect or barrier that somebody has to do something about.
 *
 * @param severity of side effects only
 * @param assessment the one that raised it, by the answer to {@code question}; null when somebody raised it by hand
 * @param dueOn by when somebody has to look again
 * @param note what was said when it was raised
 * @param steps what was done, in its order
 */
public record Concern(
        UUID id,
        int version,
        UUID patient,
        ConcernSign sign,
        @Nullable UUID assessment,
        @Nullable String question,
        ConcernState state,
        @Nullable LocalDate dueOn,
        @Nullable ConcernOutcome outcome,
        @Nullable String note,
        List<Step> steps,
        Colleague raisedBy,
        Instant raisedAt,
        @Nullable Instant resolvedAt) {

    /** @param action null for the resolution */
    public record Step(
            @Nullable FollowUpAction action,
            Colleague by,
            Instant at,
            @Nullable LocalDate dueOn,
            @Nullable String note) {
        @Override
        public String toString() {
            return "Step[hidden]";
        }
    }

    public Concern {
        steps = List.copyOf(steps);
    }

    @Override
    public String toString() {
        return "Concern[%s]".formatted(id);
    }
}
