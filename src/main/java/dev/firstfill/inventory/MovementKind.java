package dev.firstfill.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What happened to a lot, and so how on-hand and reserved changed. A check constraint of the table says the same. */
@Schema(name = "StockMovementKind", description = "What happened to the lot.")
public enum MovementKind {
    @JsonProperty("receipt")
    RECEIPT(1, 0),
    @JsonProperty("reserve")
    RESERVE(0, 1),
    @JsonProperty("release")
    RELEASE(0, -1),
    @JsonProperty("dispense")
    DISPENSE(-1, -1),
    /** Came back from a dispense. */
    @JsonProperty("return")
    RETURN(1, 0),
    /** The one kind whose change may go either way. */
    @JsonProperty("adjust")
    ADJUST(1, 0),
    @JsonProperty("transfer-in")
    TRANSFER_IN(1, 0),
    @JsonProperty("transfer-out")
    TRANSFER_OUT(-1, 0),
    @JsonProperty("waste")
    WASTE(-1, 0),
    @JsonProperty("recall")
    RECALL(0, 0),
    @JsonProperty("quarantine")
    QUARANTINE(0, 0),
    /** A pharmacist decided on stock in quarantine. */
    @JsonProperty("disposition")
    DISPOSITION(0, 0),
    /** Title to consigned stock passed to the pharmacy, for the dispense that follows. */
    @JsonProperty("ownership-change")
    OWNERSHIP_CHANGE(0, 0);

    private final int onHand;
    private final int reserved;

    MovementKind(int onHand, int reserved) {
        this.onHand = onHand;
        this.reserved = reserved;
    }

    int onHand() {
        return onHand;
    }

    int reserved() {
        return reserved;
    }
}
