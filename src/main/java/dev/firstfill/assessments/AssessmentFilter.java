package dev.firstfill.assessments;

import dev.firstfill.patients.PatientReference;
import org.jspecify.annotations.Nullable;

/** Which assessments a list shows; null lets all pass. */
public record AssessmentFilter(
        @Nullable AssessmentState state, @Nullable PatientReference patient) {}
