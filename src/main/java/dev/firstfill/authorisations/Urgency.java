package dev.firstfill.authorisations;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How fast a payer has to decide. */
@Schema(name = "AuthorisationUrgency", description = "How fast a payer has to decide.")
public enum Urgency {
    @JsonProperty("standard")
    STANDARD,
    /** Waiting could seriously harm the patient, as the prescriber says. */
    @JsonProperty("expedited")
    EXPEDITED
}
