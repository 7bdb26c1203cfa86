package dev.firstfill.assessments;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which of a patient's answers to one question count, when there are several. */
public enum Counted {
    /** The one of the latest day in the period; what was answered before it is history. */
    @JsonProperty("latest-of-each-patient")
    LATEST_OF_EACH_PATIENT,
    @JsonProperty("all")
    ALL
}
