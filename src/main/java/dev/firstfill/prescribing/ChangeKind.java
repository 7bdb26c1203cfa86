package dev.firstfill.prescribing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can happen to a prescription. */
@Schema(description = "What happened to a prescription.")
public enum ChangeKind {
    @JsonProperty("entered")
    ENTERED,
    @JsonProperty("amended")
    AMENDED,
    @JsonProperty("activated")
    ACTIVATED,
    @JsonProperty("held")
    HELD,
    @JsonProperty("released")
    RELEASED,
    @JsonProperty("cancelled")
    CANCELLED,
    @JsonProperty("transferred")
    TRANSFERRED,
    @JsonProperty("fill-taken")
    FILL_TAKEN,
    @JsonProperty("fill-given-back")
    FILL_GIVEN_BACK,
    /** Came whole from another system. */
    @JsonProperty("imported")
    IMPORTED,
    /** Fills of it that another system dispensed. */
    @JsonProperty("fills-imported")
    FILLS_IMPORTED;

    /** As the event is called that tells of it: {@code prescription.fill-taken}. */
    String event() {
        return "prescription." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
