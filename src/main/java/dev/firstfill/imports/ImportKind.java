package dev.firstfill.imports;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a line is about. Whatever a line names has to be there before it: a file in this order is taken in one go. */
@Schema(description = "What the line is about.")
public enum ImportKind {
    @JsonProperty("patient")
    PATIENT,
    @JsonProperty("prescriber")
    PRESCRIBER,
    @JsonProperty("drug")
    DRUG,
    @JsonProperty("prescription")
    PRESCRIPTION,
    @JsonProperty("dispense")
    DISPENSE
}
