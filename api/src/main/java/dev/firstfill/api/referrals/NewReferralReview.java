package dev.firstfill.api.referrals;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.firstfill.kernel.OneLine;
import dev.firstfill.patients.PatientReference;
import dev.firstfill.referrals.RejectionReason;
import dev.firstfill.referrals.ReviewDecision;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whose a doubtful referral is. */
@Schema(description = "Whose a doubtful referral is, as a person decided.")
public record NewReferralReview(
        @NotNull Decision decision,

        @Nullable
        @OneLine
        @Size(min = 1, max = 36)
        @Schema(examples = "P1001", description = "The patient's id or number; for same-person, and only then.")
        String patient,

        @Nullable @Schema(description = "For rejected, and only then.")
        RejectionReason reason) {

    /** What a person can decide. */
    @Schema(name = "ReferralDecision")
    public enum Decision {
        @JsonProperty("same-person")
        SAME_PERSON,
        @JsonProperty("new-person")
        NEW_PERSON,
        @JsonProperty("rejected")
        REJECTED
    }

    @AssertTrue(message = "patient must be given when decision is same-person, and only then")
    boolean isPatientOfSamePerson() {
        return decision == null || (decision == Decision.SAME_PERSON) == (patient != null);
    }

    @AssertTrue(message = "reason must be given when decision is rejected, and only then")
    boolean isReasonOfRejection() {
        return decision == null || (decision == Decision.REJECTED) == (reason != null);
    }

    ReviewDecision toDecision() {
        return switch (decision) {
            case SAME_PERSON -> new ReviewDecision.SamePerson(PatientReference.of(Objects.requireNonNull(patient)));
            case NEW_PERSON -> new ReviewDecision.NewPerson();
            case REJECTED -> new ReviewDecision.Rejected(Objects.requireNonNull(reason));
        };
    }
}
