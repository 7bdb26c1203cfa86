package dev.firstfill.clocks;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a service-level clock measures. */
public enum ClockKind {
    @JsonProperty("intake")
    INTAKE,
    @JsonProperty("benefits-investigation")
    BENEFITS_INVESTIGATION,
    @JsonProperty("pa-submission")
    PA_SUBMISSION,
    @JsonProperty("payer-decision")
    PAYER_DECISION,
    @JsonProperty("appeal")
    APPEAL,
    @JsonProperty("financial-review")
    FINANCIAL_REVIEW,
    @JsonProperty("welcome-call")
    WELCOME_CALL,
    @JsonProperty("dispense")
    DISPENSE,
    @JsonProperty("time-to-first-fill")
    TIME_TO_FIRST_FILL,
    @JsonProperty("maximum-hold")
    MAXIMUM_HOLD
}
