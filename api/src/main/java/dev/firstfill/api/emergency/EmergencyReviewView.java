package dev.firstfill.api.emergency;

import dev.firstfill.api.security.ColleagueView;
import dev.firstfill.emergency.EmergencyReview;
import dev.firstfill.emergency.ReviewOutcome;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A review, as the privacy officer reads it. */
@Schema(name = "EmergencyReview", description = "What was found of an emergency access.")
public record EmergencyReviewView(
        ColleagueView reviewedBy,
        Instant reviewedAt,
        ReviewOutcome outcome,

        @Nullable @Schema(description = "Absent when none was written, or the patient was erased.")
        String note) {
    static @Nullable EmergencyReviewView of(@Nullable EmergencyReview review) {
        return review == null
                ? null
                : new EmergencyReviewView(ColleagueView.of(review.by()), review.at(), review.outcome(), review.note());
    }

    @Override
    public String toString() {
        return "EmergencyReviewView[hidden]";
    }
}
