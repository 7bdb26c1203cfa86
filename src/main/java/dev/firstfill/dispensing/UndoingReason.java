package dev.firstfill.dispensing;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a dispense is undone. */
@Schema(name = "DispenseUndoingReason", description = "Why a dispense is undone.")
public enum UndoingReason {
    @JsonProperty("entered-by-mistake")
    ENTERED_BY_MISTAKE,
    @JsonProperty("patient-declined")
    PATIENT_DECLINED,
    @JsonProperty("prescriber-stopped")
    PRESCRIBER_STOPPED,
    @JsonProperty("not-paid")
    NOT_PAID,
    @JsonProperty("out-of-stock")
    OUT_OF_STOCK,
    @JsonProperty("recalled")
    RECALLED,
    @JsonProperty("not-deliverable")
    NOT_DELIVERABLE,
    @JsonProperty("lost-or-damaged")
    LOST_OR_DAMAGED
}
