package dev.firstfill.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why stock is taken off the shelf for good. A closed list, because it is reported. */
@Schema(description = "Why stock is taken off the shelf for good.")
public enum WasteReason {
    @JsonProperty("expired")
    EXPIRED,
    @JsonProperty("damaged")
    DAMAGED,
    @JsonProperty("temperature")
    TEMPERATURE,
    @JsonProperty("recalled")
    RECALLED,
    /** Sent to a reverse distributor for credit or destruction. */
    @JsonProperty("reverse-distribution")
    REVERSE_DISTRIBUTION,
    @JsonProperty("other")
    OTHER
}
