package dev.firstfill.api.emergency;

import dev.firstfill.api.security.ColleagueView;
import dev.firstfill.emergency.EmergencyAccess;
import dev.firstfill.emergency.EmergencyReason;
import dev.firstfill.emergency.ReviewDeadline;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An access in an emergency, as the privacy officer reads it. */
@Schema(name = "EmergencyAccess", description = "Somebody's access to a patient's record in an emergency.")
public record EmergencyAccessView(
        UUID id,

        @Schema(description = "The id of the patient whose record was opened.")
        UUID patient,

        ColleagueView openedBy,
        Instant openedAt,
        Instant expiresAt,

        @Nullable @Schema(description = "When the opener ended it before its time; absent when nobody did.")
        Instant closedAt,

        EmergencyReason reasonCode,

        @Nullable @Schema(description = "In the opener's words; absent when the patient was erased.")
        String reason,

        @Schema(description = "The end of the next weekday after it was opened, where the pharmacy is.")
        Instant reviewDueAt,

        @Schema(description = "Whether it should have been reviewed by now and was not.")
        boolean reviewOverdue,

        @Nullable @Schema(description = "Absent as long as there is none.")
        EmergencyReviewView review) {

    /** @param zone of the pharmacy */
    static EmergencyAccessView of(EmergencyAccess access, ZoneId zone, Instant now) {
        var due = ReviewDeadline.of(access.openedAt(), zone);
        return new EmergencyAccessView(
                access.id(),
                access.patient(),
                ColleagueView.of(access.openedBy()),
                access.openedAt(),
                access.expiresAt(),
                access.closedAt(),
                access.reasonCode(),
                access.reason(),
                due,
                access.review() == null && !now.isBefore(due),
                EmergencyReviewView.of(access.review()));
    }

    @Override
    public String toString() {
        return "EmergencyAccessView[hidden]";
    }
}
