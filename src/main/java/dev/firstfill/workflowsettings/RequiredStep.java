package dev.firstfill.workflowsettings;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a programme asks for before the patient is cleared for the drug. */
@Schema(description = "What has to be done before a patient is cleared for a drug.")
public enum RequiredStep {
    /** The patient has agreed to be called and treated by the pharmacy. */
    @JsonProperty("consent")
    CONSENT,
    /** The patient is enrolled in the drug's risk evaluation and mitigation strategy (21 U.S.C. 355-1). */
    @JsonProperty("rems-enrolment")
    REMS_ENROLMENT,
    /** A laboratory result that the label asks for is there. */
    @JsonProperty("laboratory-result")
    LABORATORY_RESULT
}
