package dev.firstfill.api.claims;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.firstfill.api.problem.ProblemException;
import dev.firstfill.api.problem.ProblemType;
import dev.firstfill.claims.ClaimState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which claims a list shows, as the contract calls their states. */
@Schema(
        enumeration = {
            "submitted",
            "paid",
            "rejected",
            "reversal-submitted",
            "reversed",
            "abandonment-submitted",
            "abandoned"
        })
public enum ClaimStateFilter {
    @JsonProperty("submitted")
    SUBMITTED,
    @JsonProperty("paid")
    PAID,
    @JsonProperty("rejected")
    REJECTED,
    @JsonProperty("reversal-submitted")
    REVERSAL_SUBMITTED,
    @JsonProperty("reversed")
    REVERSED,
    @JsonProperty("abandonment-submitted")
    ABANDONMENT_SUBMITTED,
    @JsonProperty("abandoned")
    ABANDONED;

    /** For query parameters, which the framework converts by this name. */
    public static ClaimStateFilter fromString(String name) {
        return switch (name) {
            case "submitted" -> SUBMITTED;
            case "paid" -> PAID;
            case "rejected" -> REJECTED;
            case "reversal-submitted" -> REVERSAL_SUBMITTED;
            case "reversed" -> REVERSED;
            case "abandonment-submitted" -> ABANDONMENT_SUBMITTED;
            case "abandoned" -> ABANDONED;
            default ->
                throw new ProblemException(
                        ProblemType.INVALID_PARAMETER, "state is one of the states of a claim, such as rejected.");
        };
    }

    ClaimState state() {
        return ClaimState.valueOf(name());
    }
}
