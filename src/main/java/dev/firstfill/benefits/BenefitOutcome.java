package dev.firstfill.benefits;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a benefits investigation comes to: what has to be done next. */
@Schema(description = "What a benefits investigation comes to.")
public enum BenefitOutcome {
    /** The plan pays when it was asked before. */
    @JsonProperty("prior-authorisation-required")
    PRIOR_AUTHORISATION_REQUIRED,
    /** The plan pays. */
    @JsonProperty("covered")
    COVERED,
    /** The plan does not pay for the drug. */
    @JsonProperty("not-covered")
    NOT_COVERED,
    /** The plan pays, but not this pharmacy (reject code 50): the referral goes to one of the plan's. */
    @JsonProperty("other-pharmacy")
    OTHER_PHARMACY,
    /** The plan does not know the patient, or not any more: who pays has to be found out again. */
    @JsonProperty("not-eligible")
    NOT_ELIGIBLE
}
