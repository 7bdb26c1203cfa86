package dev.firstfill.prescribing;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a prescription will never be filled again. */
@Schema(description = "Why a prescription will never be filled again.")
public enum CancellationReason {
    @JsonProperty("prescriber-cancelled")
    PRESCRIBER_CANCELLED,
    @JsonProperty("therapy-changed")
    THERAPY_CHANGED,
    @JsonProperty("adverse-event")
    ADVERSE_EVENT,
    @JsonProperty("not-clinically-appropriate")
    NOT_CLINICALLY_APPROPRIATE,
    @JsonProperty("patient-declined")
    PATIENT_DECLINED,
    @JsonProperty("patient-unreachable")
    PATIENT_UNREACHABLE,
    @JsonProperty("coverage-denied")
    COVERAGE_DENIED,
    @JsonProperty("duplicate")
    DUPLICATE,
    @JsonProperty("deceased")
    DECEASED,
    @JsonProperty("entered-by-mistake")
    ENTERED_BY_MISTAKE
}
