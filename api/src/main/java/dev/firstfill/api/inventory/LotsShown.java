package dev.firstfill.api.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which lots a list shows, beside what narrows it. */
@Schema(description = "Lots of which something is there, those with a correction that waits, or all.")
public enum LotsShown {
    @JsonProperty("on-hand")
    ON_HAND,
    @JsonProperty("to-confirm")
    TO_CONFIRM,
    @JsonProperty("all")
    ALL
}
