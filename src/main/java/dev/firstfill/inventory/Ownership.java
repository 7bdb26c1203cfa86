package dev.firstfill.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose the stock is until it is dispensed, which decides how it may be used and billed. */
@Schema(description = "Whose the stock is until it is dispensed.")
public enum Ownership {
    /** Bought by the pharmacy. */
    @JsonProperty("owned")
    OWNED,
    /** The manufacturer's, until the moment it is dispensed. */
    @JsonProperty("consigned-manufacturer")
    CONSIGNED_MANUFACTURER,
    /** The distributor's, until the moment it is dispensed. */
    @JsonProperty("consigned-distributor")
    CONSIGNED_DISTRIBUTOR,
    /** Given for patients in need; never billed. */
    @JsonProperty("free-goods")
    FREE_GOODS,
    /** Given to bridge a gap in coverage; never billed. */
    @JsonProperty("bridge")
    BRIDGE,
    /** Bought by a covered entity at 340B prices; never billed to Medicaid where that is carved out. */
    @JsonProperty("covered-entity-340b")
    COVERED_ENTITY_340B,
    /** A client's, kept for it or for one of its patients. */
    @JsonProperty("client-owned")
    CLIENT_OWNED;

    /** Title passes to the pharmacy at the moment of the dispense. */
    public boolean isConsigned() {
        return this == CONSIGNED_MANUFACTURER || this == CONSIGNED_DISTRIBUTOR;
    }

    /** Proposed when nobody says whose stock is wanted; all other stock is used only for what it is there for. */
    public boolean isForAnybody() {
        return this == OWNED || isConsigned();
    }
}
