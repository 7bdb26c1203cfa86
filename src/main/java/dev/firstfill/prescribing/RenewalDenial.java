package dev.firstfill.prescribing;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why the prescriber wrote no other prescription. */
@Schema(description = "Why the prescriber wrote no other prescription.")
public enum RenewalDenial {
    @JsonProperty("appointment-needed")
    APPOINTMENT_NEEDED,
    @JsonProperty("therapy-ended")
    THERAPY_ENDED,
    @JsonProperty("therapy-changed")
    THERAPY_CHANGED,
    @JsonProperty("too-early")
    TOO_EARLY,
    @JsonProperty("not-prescribers-patient")
    NOT_PRESCRIBERS_PATIENT,
    @JsonProperty("prescriber-unresponsive")
    PRESCRIBER_UNRESPONSIVE
}
