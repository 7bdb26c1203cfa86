package dev.firstfill.emergency;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why the record is needed now. A closed list, since it stays readable in the ledger. */
@Schema(description = "Why the record is needed now.")
public enum EmergencyReason {
    /** Waiting would harm the patient. */
    @JsonProperty("patient-in-danger")
    PATIENT_IN_DANGER,
    /** The system that the record is usually read in does not work. */
    @JsonProperty("system-of-care-down")
    SYSTEM_OF_CARE_DOWN,
    /** Nobody who may read the record can be reached. */
    @JsonProperty("other-clinician-unavailable")
    OTHER_CLINICIAN_UNAVAILABLE
}
