package dev.firstfill.patients;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a patient is erased. A closed list: the reason stays readable in the ledger, which nobody can edit, and whatever
 * people would type there might name the person who is to be forgotten.
 */
@Schema(description = "Why a patient is erased.")
public enum ErasureReason {
    /** The person, or who acts for them, asked for it, and nothing obliges the pharmacy to keep the record. */
    @JsonProperty("patient-request")
    PATIENT_REQUEST,
    /** The record was kept for as long as the law wants it. */
    @JsonProperty("retention-ended")
    RETENTION_ENDED,
    /** The person was never a patient here. */
    @JsonProperty("entered-by-mistake")
    ENTERED_BY_MISTAKE,
    /** A court or an authority ordered it. */
    @JsonProperty("ordered")
    ORDERED
}
