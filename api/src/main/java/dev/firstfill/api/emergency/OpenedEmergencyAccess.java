package dev.firstfill.api.emergency;

import dev.firstfill.emergency.EmergencyAccess;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What whoever opened an access needs to use it. */
@Schema(description = "One's own access to a patient's record in an emergency.")
public record OpenedEmergencyAccess(
        UUID id,

        @Schema(description = "The id of the patient whose record may be read.")
        UUID patient,

        Instant openedAt,

        @Schema(description = "The first moment at which the record is no longer shown.")
        Instant expiresAt,

        @Schema(description = "To be shown as long as the record is.")
        String banner) {
    private static final String BANNER =
            "Emergency access: whatever you look at is recorded, and the privacy officer will review it.";

    static OpenedEmergencyAccess of(EmergencyAccess access) {
        return new OpenedEmergencyAccess(access.id(), access.patient(), access.openedAt(), access.expiresAt(), BANNER);
    }
}
