package dev.firstfill.assessments;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of answer a question takes. */
public enum QuestionType {
    @JsonProperty("boolean")
    BOOLEAN,
    @JsonProperty("choice")
    CHOICE,
    /** Any number of its options. */
    @JsonProperty("choices")
    CHOICES,
    @JsonProperty("number")
    NUMBER,
    @JsonProperty("date")
    DATE,
    /** In words, sealed by the patient's key and never counted. */
    @JsonProperty("text")
    TEXT;

    boolean hasOptions() {
        return this == CHOICE || this == CHOICES;
    }
}
