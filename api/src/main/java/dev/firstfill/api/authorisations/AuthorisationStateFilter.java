package dev.firstfill.api.authorisations;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.firstfill.api.problem.ProblemException;
import dev.firstfill.api.problem.ProblemType;
import dev.firstfill.authorisations.AuthorisationState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which prior authorisations a list shows, as the contract calls their states. */
@Schema(enumeration = {"approved", "denied", "withdrawn"})
public enum AuthorisationStateFilter {
    @JsonProperty("approved")
    APPROVED,
    @JsonProperty("denied")
    DENIED,
    @JsonProperty("withdrawn")
    WITHDRAWN;

    /** For query parameters, which the framework converts by this name. */
    public static AuthorisationStateFilter fromString(String name) {
        return switch (name) {
            case "approved" -> APPROVED;
            case "denied" -> DENIED;
            case "withdrawn" -> WITHDRAWN;
            default ->
                throw new ProblemException(ProblemType.INVALID_PARAMETER, "state is approved, denied or withdrawn.");
        };
    }

    AuthorisationState state() {
        return AuthorisationState.valueOf(name());
    }
}
