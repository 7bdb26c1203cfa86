package dev.firstfill.emergency;

import dev.firstfill.kernel.Colleague;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the privacy officer found of an access.
 *
 * @param note null when none was written, or the patient was erased since
 */
public record EmergencyReview(
        Colleague by,
        Instant at,
        ReviewOutcome outcome,
        @Nullable String note) {
    @Override
    public String toString() {
        return "EmergencyReview[hidden]";
    }
}
