package dev.firstfill.api.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which drugs a list shows. */
@Schema(description = "Drugs of which less is free than should be, or all.")
public enum LevelsShown {
    @JsonProperty("low")
    LOW,
    @JsonProperty("all")
    ALL
}
