package dev.firstfill.assessments;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How bad a side effect is; the words follow the grades of CTCAE (National Cancer Institute, public domain). */
@Schema(description = "How bad a side effect is.")
public enum Severity {
    @JsonProperty("mild")
    MILD,
    @JsonProperty("moderate")
    MODERATE,
    @JsonProperty("severe")
    SEVERE,
    @JsonProperty("life-threatening")
    LIFE_THREATENING
}
