package dev.firstfill.emergency;

import dev.firstfill.kernel.Colleague;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person's access to one patient's record, in an emergency and for a short while.
 *
 * @param expiresAt the first moment at which the record is no longer shown
 * @param closedAt when it was ended before that, if it was
 * @param reason in the opener's words; null when the patient was erased since
 * @param review null as long as there is none
 */
public record EmergencyAccess(
        UUID id,
        int version,
        UUID patient,
        Colleague openedBy,
        Instant openedAt,
        Instant expiresAt,
        @Nullable Instant closedAt,
        EmergencyReason reasonCode,
        @Nullable String reason,
        @Nullable EmergencyReview review) {
    @Override
    public String toString() {
        return "EmergencyAccess[%s]".formatted(id);
    }
}
