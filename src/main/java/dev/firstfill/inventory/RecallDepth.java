package dev.firstfill.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far down the recall reaches (21 CFR 7.42(b)(1)). */
@Schema(description = "How far down the recall reaches.")
public enum RecallDepth {
    @JsonProperty("wholesale")
    WHOLESALE,
    @JsonProperty("pharmacy")
    PHARMACY,
    /** Down to the patients who have it at home. */
    @JsonProperty("patient")
    PATIENT
}
