package dev.firstfill.assessments;

import dev.firstfill.kernel.Ids;
import java.util.UUID;

/** Identifies one assessment. */
public record AssessmentId(UUID value) {

    /** @throws AssessmentRefusals.AssessmentNotFound when it is no id: what cannot exist is not there */
    public static AssessmentId of(String text) {
        return Ids.read(text).map(AssessmentId::new).orElseThrow(AssessmentRefusals.AssessmentNotFound::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
