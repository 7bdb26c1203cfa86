package dev.firstfill.clocks;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who is waited for. */
public enum Party {
    @JsonProperty("pharmacy")
    PHARMACY,
    @JsonProperty("payer")
    PAYER,
    @JsonProperty("prescriber")
    PRESCRIBER,
    @JsonProperty("patient")
    PATIENT,
    @JsonProperty("hub")
    HUB,
    @JsonProperty("carrier")
    CARRIER
}
