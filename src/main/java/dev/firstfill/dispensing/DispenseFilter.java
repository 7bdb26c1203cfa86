package dev.firstfill.dispensing;

import dev.firstfill.patients.PatientReference;
import dev.firstfill.prescribing.PrescriptionReference;
import org.jspecify.annotations.Nullable;

/** Which dispenses somebody wants to see; whatever is not said does not narrow it. */
public record DispenseFilter(
        @Nullable DispenseState state,
        @Nullable PatientReference patient,
        @Nullable PrescriptionReference prescription) {}
