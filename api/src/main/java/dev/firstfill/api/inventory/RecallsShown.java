package dev.firstfill.api.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which recalls a list shows. */
@Schema(description = "Recalls that are open, or all.")
public enum RecallsShown {
    @JsonProperty("open")
    OPEN,
    @JsonProperty("all")
    ALL
}
