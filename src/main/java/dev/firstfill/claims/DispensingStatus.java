package dev.firstfill.claims;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which part of what was intended a fill is (NCPDP field 343-HD). */
public enum DispensingStatus {
    @JsonProperty("full")
    FULL,
    @JsonProperty("partial")
    PARTIAL,
    @JsonProperty("completion")
    COMPLETION
}
