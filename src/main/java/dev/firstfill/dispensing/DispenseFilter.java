package dev.firstfill.dispensing;

import dev.firstfill.patients.PatientId;
import dev.firstfill.prescribing.PrescriptionId;
import org.jspecify.annotations.Nullable;

/** Which dispenses somebody wants to see; whatever is not said does not narrow it. */
public record DispenseFilter(
        @Nullable DispenseState state,
        @Nullable PatientId patient,
        @Nullable PrescriptionId prescription) {}
