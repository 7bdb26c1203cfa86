package dev.firstfill.patients;

import java.time.Instant;

/**
 * A patient as the pharmacy's people see one.
 *
 * @param version counts the changes, from 1; whoever changes the patient names the version they saw
 */
public record Patient(
        PatientId id, PatientNumber number, int version, PatientDetails details, Instant createdAt, Instant updatedAt) {

    Patient withDetails(PatientDetails shown) {
        return new Patient(id, number, version, shown, createdAt, updatedAt);
    }
}
