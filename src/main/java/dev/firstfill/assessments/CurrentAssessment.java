package dev.firstfill.assessments;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An assessment that still counts.
 *
 * @param template its code, such as {@code ra}
 * @param specific whether its template is meant for certain diagnoses, and not for whatever the patient has
 * @param currentUntil the last day on which it counts
 * @param adherenceScore percent; null when nothing was asked that would give one
 */
public record CurrentAssessment(
        AssessmentId id,
        String template,
        int templateNumber,
        String condition,
        boolean specific,
        LocalDate assessedOn,
        LocalDate currentUntil,
        @Nullable Integer adherenceScore) {}
