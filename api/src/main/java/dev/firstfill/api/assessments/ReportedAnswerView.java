package dev.firstfill.api.assessments;

import dev.firstfill.assessments.ReportedAnswer;
import dev.firstfill.patients.PatientNumber;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who answered, and what. No more of the patient than id and number. */
@Schema(name = "ReportedAnswer", description = "Who answered, and what.")
public record ReportedAnswerView(
        UUID patient,
        PatientNumber patientNumber,
        UUID assessment,
        LocalDate assessedOn,

        @Schema(description = "As it stands in the assessment.")
        Object answer) {

    static ReportedAnswerView of(ReportedAnswer answer) {
        return new ReportedAnswerView(
                answer.patient(), answer.number(), answer.assessment(), answer.assessedOn(), answer.answer());
    }

    @Override
    public String toString() {
        return "ReportedAnswerView[hidden]";
    }
}
