package dev.firstfill.prescribing;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How another system left a prescription. Complete it becomes with its last fill, and expired by the calendar. */
@Schema(description = "How the other system left a prescription. Complete it becomes with its last imported fill.")
public enum PastState {
    @JsonProperty("active")
    ACTIVE(PrescriptionState.ACTIVE),
    @JsonProperty("on-hold")
    ON_HOLD(PrescriptionState.ON_HOLD),
    @JsonProperty("cancelled")
    CANCELLED(PrescriptionState.CANCELLED);

    private final PrescriptionState state;

    PastState(PrescriptionState state) {
        this.state = state;
    }

    PrescriptionState state() {
        return state;
    }
}
