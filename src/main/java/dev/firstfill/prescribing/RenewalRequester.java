package dev.firstfill.prescribing;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who asks for another prescription. */
@Schema(description = "Who asks for another prescription.")
public enum RenewalRequester {
    @JsonProperty("patient")
    PATIENT,
    @JsonProperty("caregiver")
    CAREGIVER,
    @JsonProperty("pharmacy")
    PHARMACY,
    @JsonProperty("prescriber")
    PRESCRIBER
}
