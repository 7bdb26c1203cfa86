package dev.firstfill.assessments;

import dev.firstfill.kernel.Colleague;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did about a concern.
 *
 * @param action null for the resolution
 * @param dueOn by when somebody has to look again; null when nobody has to
 */
record ConcernStep(
        @Nullable FollowUpAction action,
        Colleague by,
        Instant at,
        @Nullable LocalDate dueOn) {}
