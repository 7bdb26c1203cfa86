package dev.firstfill.assessments;

import dev.firstfill.kernel.Ids;
import java.util.UUID;

/** Identifies one clinical concern. */
public record ConcernId(UUID value) {

    /** @throws AssessmentRefusals.ConcernNotFound when it is no id: what cannot exist is not there */
    public static ConcernId of(String text) {
        return Ids.read(text).map(ConcernId::new).orElseThrow(AssessmentRefusals.ConcernNotFound::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
