package dev.firstfill.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where stock goes that comes back from a dispense: never straight onto the shelf. */
@Schema(description = "Where stock goes that comes back from a dispense.")
public enum TakeBack {
    /** An intact box, which a pharmacist reviews. */
    @JsonProperty("quarantine")
    TO_QUARANTINE,
    @JsonProperty("waste")
    WASTE
}
