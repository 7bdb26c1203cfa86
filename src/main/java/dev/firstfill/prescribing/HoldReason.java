package dev.firstfill.prescribing;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a prescription must not be filled for a while. */
@Schema(description = "Why a prescription must not be filled for a while.")
public enum HoldReason {
    /** The prescriber asked for it, or has to clarify something. */
    @JsonProperty("prescriber")
    PRESCRIBER,
    @JsonProperty("patient-request")
    PATIENT_REQUEST,
    @JsonProperty("clinical-review")
    CLINICAL_REVIEW,
    @JsonProperty("hospitalised")
    HOSPITALISED,
    @JsonProperty("procedure")
    PROCEDURE,
    @JsonProperty("pregnancy")
    PREGNANCY,
    @JsonProperty("toxicity")
    TOXICITY,
    @JsonProperty("insurance-change")
    INSURANCE_CHANGE,
    @JsonProperty("drug-unavailable")
    DRUG_UNAVAILABLE
}
