package dev.firstfill.assessments;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** As what somebody signs. A template says which of them it takes. */
@Schema(description = "As what somebody signs.")
public enum Signatory {
    @JsonProperty("pharmacist")
    PHARMACIST,
    @JsonProperty("nurse")
    NURSE
}
