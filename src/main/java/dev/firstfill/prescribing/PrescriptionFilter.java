package dev.firstfill.prescribing;

import dev.firstfill.patients.PatientReference;
import org.jspecify.annotations.Nullable;

/** Which prescriptions a list shows; null where it does not matter. */
public record PrescriptionFilter(
        @Nullable PatientReference patient, @Nullable PrescriptionState state) {}
