package dev.firstfill.claims;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether money is asked for, or only what would be paid. */
public enum ClaimKind {
    /** What would the payer pay? Nothing was dispensed, and nothing is paid (NCPDP transaction D1). */
    @JsonProperty("test")
    TEST,
    /** A fill is billed (NCPDP transaction B1). */
    @JsonProperty("billing")
    BILLING
}
