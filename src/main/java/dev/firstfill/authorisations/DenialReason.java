package dev.firstfill.authorisations;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a payer says no. */
@Schema(description = "Why a payer says no.")
public enum DenialReason {
    @JsonProperty("not-medically-necessary")
    NOT_MEDICALLY_NECESSARY,
    /** Another drug has to be tried first. */
    @JsonProperty("step-therapy")
    STEP_THERAPY,
    @JsonProperty("off-label-use")
    OFF_LABEL_USE,
    @JsonProperty("not-on-formulary")
    NOT_ON_FORMULARY,
    @JsonProperty("quantity-exceeded")
    QUANTITY_EXCEEDED,
    @JsonProperty("information-missing")
    INFORMATION_MISSING,
    @JsonProperty("plan-exclusion")
    PLAN_EXCLUSION,
    @JsonProperty("other")
    OTHER
}
