package dev.firstfill.claims;

import dev.firstfill.patients.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * Which claims a list shows.
 *
 * @param attention only those that somebody should look after
 */
public record ClaimFilter(
        @Nullable ClaimState state, @Nullable PatientId patient, boolean attention) {}
