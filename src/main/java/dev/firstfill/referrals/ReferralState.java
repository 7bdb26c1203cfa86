package dev.firstfill.referrals;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far a referral is on its way to a case.
 *
 * <pre>
 *   received ──► NEEDS_REVIEW ──► ACCEPTED
 *       │              └────────► REJECTED
 *       ├─────────────────────► ACCEPTED
 *       └─────────────────────► DUPLICATE
 * </pre>
 */
@Schema(description = "How far a referral is on its way to a case.")
public enum ReferralState {
    /** It may be about somebody whom the pharmacy knows: a person decides. Nothing is entered until then. */
    @JsonProperty("needs-review")
    NEEDS_REVIEW,
    /** Its patient is known, and its case is open. */
    @JsonProperty("accepted")
    ACCEPTED,
    /** The same order came before. */
    @JsonProperty("duplicate")
    DUPLICATE,
    /** Nobody's: a person decided that it begins nothing. */
    @JsonProperty("rejected")
    REJECTED;

    private Set<ReferralState> next() {
        return switch (this) {
            case NEEDS_REVIEW -> EnumSet.of(ACCEPTED, REJECTED);
            case ACCEPTED, DUPLICATE, REJECTED -> EnumSet.noneOf(ReferralState.class);
        };
    }

    /** @throws ReferralRefusals.NotUnderReview when a decision has been made */
    ReferralState decided(ReferralState decision) {
        if (!next().contains(decision)) {
            throw new ReferralRefusals.NotUnderReview(this);
        }
        return decision;
    }

    void mustTakeSupplements() {
        if (this != ACCEPTED) {
            throw new ReferralRefusals.TakesNoSupplements(this);
        }
    }
}
