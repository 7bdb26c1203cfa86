package dev.firstfill.customfields;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of answer a custom field takes. */
public enum CustomFieldType {
    @JsonProperty("text")
    TEXT,
    @JsonProperty("number")
    NUMBER,
    @JsonProperty("boolean")
    BOOLEAN,
    @JsonProperty("date")
    DATE,
    @JsonProperty("choice")
    CHOICE,
    @JsonProperty("multi-choice")
    MULTI_CHOICE;

    boolean hasOptions() {
        return this == CHOICE || this == MULTI_CHOICE;
    }
}
