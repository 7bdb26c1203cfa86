package dev.firstfill.patients;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Administrative gender, with the codes of FHIR R4. */
public enum Sex {
    @JsonProperty("female")
    FEMALE,
    @JsonProperty("male")
    MALE,
    @JsonProperty("other")
    OTHER,
    @JsonProperty("unknown")
    UNKNOWN
}
