package dev.firstfill.drugs;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How strictly the Controlled Substances Act controls a drug (21 U.S.C. 812). Schedule I is missing, because nobody
 * may dispense it.
 */
@Schema(description = "The schedule of the Controlled Substances Act; none when the drug is not controlled.")
public enum ControlledSchedule {
    @JsonProperty("none")
    NONE,
    @JsonProperty("II")
    II,
    @JsonProperty("III")
    III,
    @JsonProperty("IV")
    IV,
    @JsonProperty("V")
    V
}
