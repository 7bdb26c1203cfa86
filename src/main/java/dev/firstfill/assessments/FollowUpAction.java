package dev.firstfill.assessments;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What was done about a concern. */
public enum FollowUpAction {
    @JsonProperty("patient-counselled")
    PATIENT_COUNSELLED,
    @JsonProperty("prescriber-contacted")
    PRESCRIBER_CONTACTED,
    @JsonProperty("financial-help-sought")
    FINANCIAL_HELP_SOUGHT,
    @JsonProperty("referred")
    REFERRED,
    @JsonProperty("watched")
    WATCHED,
    @JsonProperty("patient-not-reached")
    PATIENT_NOT_REACHED
}
