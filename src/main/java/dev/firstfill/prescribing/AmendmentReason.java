package dev.firstfill.prescribing;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a prescription is changed. */
@Schema(description = "Why a prescription is changed.")
public enum AmendmentReason {
    /** Somebody typed what the prescriber had not written. */
    @JsonProperty("entry-corrected")
    ENTRY_CORRECTED,
    /** The prescriber, or an agent, said what was meant. */
    @JsonProperty("prescriber-clarified")
    PRESCRIBER_CLARIFIED,
    /** The prescriber allowed more refills, or fewer. */
    @JsonProperty("refills-changed-by-prescriber")
    REFILLS_CHANGED_BY_PRESCRIBER,
    /** The payer demands another days' supply or substitution code. */
    @JsonProperty("payer-requirement")
    PAYER_REQUIREMENT,
    /** Something was added to the note. */
    @JsonProperty("note-added")
    NOTE_ADDED
}
