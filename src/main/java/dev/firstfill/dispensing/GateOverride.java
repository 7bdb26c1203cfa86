package dev.firstfill.dispensing;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.firstfill.kernel.Colleague;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may decided that a closed gate does not hold this one dispense up.
 *
 * @param note in their words
 */
public record GateOverride(
        Gate gate, Reason reason, @Nullable String note, Colleague by, Instant at) {

    /** A closed list, so that overrides can be counted and reviewed. */
    @Schema(name = "GateOverrideReason")
    public enum Reason {
        /** Waiting would harm the patient more than going on. */
        @JsonProperty("interruption-of-therapy")
        INTERRUPTION_OF_THERAPY,
        /** The pharmacist has talked to the prescriber. */
        @JsonProperty("prescriber-consulted")
        PRESCRIBER_CONSULTED,
        /** The pharmacist has talked to the patient, and the record follows. */
        @JsonProperty("patient-consulted")
        PATIENT_CONSULTED,
        /** The pharmacy bears the loss if nobody pays. */
        @JsonProperty("at-the-pharmacys-risk")
        AT_THE_PHARMACYS_RISK
    }

    @Override
    public String toString() {
        return "GateOverride[" + gate + " " + reason + "]";
    }
}
