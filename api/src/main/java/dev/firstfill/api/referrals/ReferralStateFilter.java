package dev.firstfill.api.referrals;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.firstfill.api.problem.ProblemException;
import dev.firstfill.api.problem.ProblemType;
import dev.firstfill.referrals.ReferralState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which referrals a list shows, as the contract calls it. */
@Schema(enumeration = {"needs-review", "accepted", "duplicate", "rejected", "all"})
public enum ReferralStateFilter {
    @JsonProperty("needs-review")
    NEEDS_REVIEW(ReferralState.NEEDS_REVIEW),
    @JsonProperty("accepted")
    ACCEPTED(ReferralState.ACCEPTED),
    @JsonProperty("duplicate")
    DUPLICATE(ReferralState.DUPLICATE),
    @JsonProperty("rejected")
    REJECTED(ReferralState.REJECTED),
    @JsonProperty("all")
    ALL(null);

    private final @Nullable ReferralState state;

    ReferralStateFilter(@Nullable ReferralState state) {
        this.state = state;
    }

    /** For query parameters, which the framework converts by this name. */
    public static ReferralStateFilter fromString(String name) {
        return switch (name) {
            case "needs-review" -> NEEDS_REVIEW;
            case "accepted" -> ACCEPTED;
            case "duplicate" -> DUPLICATE;
            case "rejected" -> REJECTED;
            case "all" -> ALL;
            default ->
                throw new ProblemException(
                        ProblemType.INVALID_PARAMETER, "state is needs-review, accepted, duplicate, rejected or all.");
        };
    }

    @Nullable
    ReferralState state() {
        return state;
    }
}
