package dev.firstfill.assessments;

import dev.firstfill.patients.PatientReference;
import org.jspecify.annotations.Nullable;

/** Which concerns a list shows; null lets all pass. */
public record ConcernFilter(
        @Nullable ConcernState state,
        @Nullable ConcernKind kind,
        @Nullable PatientReference patient) {}
