package dev.firstfill.benefits;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether the plan covers the drug for the patient, whatever it wants beforehand. */
@Schema(description = "Whether the plan covers the drug for the patient, whatever it wants beforehand.")
public enum CoverageFound {
    @JsonProperty("covered")
    COVERED,
    @JsonProperty("not-covered")
    NOT_COVERED,
    @JsonProperty("other-pharmacy-only")
    OTHER_PHARMACY_ONLY,
    @JsonProperty("patient-not-eligible")
    PATIENT_NOT_ELIGIBLE
}
