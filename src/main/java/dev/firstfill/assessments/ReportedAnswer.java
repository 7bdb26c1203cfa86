package dev.firstfill.assessments;

import dev.firstfill.patients.PatientNumber;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Who answered. No more of the patient than the number: whoever has to call looks the patient up, and is recorded.
 *
 * @param answer as JSON writes it
 */
public record ReportedAnswer(UUID patient, PatientNumber number, UUID assessment, LocalDate assessedOn, Object answer) {
    @Override
    public String toString() {
        return "ReportedAnswer[hidden]";
    }
}
