package dev.firstfill.dispensing;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a dispense is a whole fill or one part of a split one (NCPDP field 343-HD: blank, P, C). */
@Schema(description = "A whole fill, the first part of a split one, or the rest of it.")
public enum DispensePart {
    @JsonProperty("full")
    FULL,
    /** Less than the fill, to see whether the patient tolerates the drug; the rest follows. */
    @JsonProperty("partial")
    PARTIAL,
    /** The rest of a partial fill; it has the same fill number. */
    @JsonProperty("completion")
    COMPLETION
}
