package dev.firstfill.clocks;

/** What a service-level clock measures. */
public enum ClockKind {
    INTAKE,
    BENEFITS_INVESTIGATION,
    PA_SUBMISSION,
    PAYER_DECISION,
    APPEAL,
    FINANCIAL_REVIEW,
    WELCOME_CALL,
    DISPENSE,
    TIME_TO_FIRST_FILL,
    MAXIMUM_HOLD
}
