package dev.firstfill.referrals;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who has what a referral lacks. */
@Schema(description = "Who has what a referral lacks.")
public enum InformationSource {
    @JsonProperty("pharmacy")
    PHARMACY,
    @JsonProperty("prescriber")
    PRESCRIBER,
    @JsonProperty("patient")
    PATIENT
}
