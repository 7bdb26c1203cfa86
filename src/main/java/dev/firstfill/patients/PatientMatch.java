package dev.firstfill.patients;

import java.util.List;

/** Whom a description fits. */
public sealed interface PatientMatch {

    /** This one, and nobody need look at it. */
    record Certain(Patient patient) implements PatientMatch {}

    /** Perhaps one of these, and only a person can tell. */
    record Doubtful(List<PatientId> candidates) implements PatientMatch {
        public Doubtful {
            candidates = List.copyOf(candidates);
        }
    }

    /** Nobody whom the pharmacy knows. */
    record Nobody() implements PatientMatch {}
}
