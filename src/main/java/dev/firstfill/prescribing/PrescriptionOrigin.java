package dev.firstfill.prescribing;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the prescription came: NCPDP field 419-DJ, whose code is {@link #code}. Its 0, "not known", nobody may choose. */
@Schema(description = "How the prescription came: codes 1 to 5 of NCPDP field 419-DJ, in their order.")
public enum PrescriptionOrigin {
    @JsonProperty("written")
    WRITTEN,
    @JsonProperty("telephone")
    TELEPHONE,
    @JsonProperty("electronic")
    ELECTRONIC,
    @JsonProperty("fax")
    FAX,
    /** From another pharmacy, or by a pharmacist's own authority. */
    @JsonProperty("pharmacy")
    PHARMACY;

    /** The digit that claims carry. */
    public int code() {
        return ordinal() + 1;
    }
}
