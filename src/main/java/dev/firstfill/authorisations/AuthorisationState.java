package dev.firstfill.authorisations;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the payer has said. That an approved one has ended is said by its dates. */
@Schema(description = "What the payer has said; an approved one ends with its last day.")
public enum AuthorisationState {
    @JsonProperty("approved")
    APPROVED,
    @JsonProperty("denied")
    DENIED,
    /** The payer has taken its word back, or it was entered by mistake. */
    @JsonProperty("withdrawn")
    WITHDRAWN
}
