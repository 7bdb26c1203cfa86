package dev.firstfill.assessments;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of a concern. */
public enum ConcernOutcome {
    /** It is gone. */
    @JsonProperty("overcome")
    OVERCOME,
    /** It is there and can be lived with. */
    @JsonProperty("tolerated")
    TOLERATED,
    @JsonProperty("dose-or-schedule-changed")
    DOSE_OR_SCHEDULE_CHANGED,
    @JsonProperty("therapy-changed")
    THERAPY_CHANGED,
    @JsonProperty("therapy-stopped")
    THERAPY_STOPPED,
    @JsonProperty("help-declined")
    HELP_DECLINED,
    @JsonProperty("patient-unreachable")
    PATIENT_UNREACHABLE,
    /** An assessment that raised it was amended, and its answers no longer do; or somebody raised it wrongly. */
    @JsonProperty("raised-in-error")
    RAISED_IN_ERROR
}
