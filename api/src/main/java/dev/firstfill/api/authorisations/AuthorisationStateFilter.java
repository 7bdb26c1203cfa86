package dev.firstfill.api.authorisations;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.firstfill.api.problem.ProblemException;
import dev.firstfill.api.problem.ProblemType;
import dev.firstfill.authorisations.AuthorisationState;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which prior authorisations a list shows, as the contract calls their states. */
@Schema(
        enumeration = {
            "prepared",
            "submitted",
            "information-requested",
            "approved",
            "denied",
            "appealed",
            "closed-unanswered",
            "withdrawn",
            "voided"
        })
public enum AuthorisationStateFilter {
    @JsonProperty("prepared")
    PREPARED,
    @JsonProperty("submitted")
    SUBMITTED,
    @JsonProperty("information-requested")
    INFORMATION_REQUESTED,
    @JsonProperty("approved")
    APPROVED,
    @JsonProperty("denied")
    DENIED,
    @JsonProperty("appealed")
    APPEALED,
    @JsonProperty("closed-unanswered")
    CLOSED_UNANSWERED,
    @JsonProperty("withdrawn")
    WITHDRAWN,
    @JsonProperty("voided")
    VOIDED;

    /** For query parameters, which the framework converts by this name. */
    public static AuthorisationStateFilter fromString(String name) {
        return Arrays.stream(values())
                .filter(filter ->
                        filter.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemType.INVALID_PARAMETER, "state is one of those that a prior authorisation can be in."));
    }

    AuthorisationState state() {
        return AuthorisationState.valueOf(name());
    }
}
