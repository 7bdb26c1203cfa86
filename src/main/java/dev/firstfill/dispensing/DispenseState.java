package dev.firstfill.dispensing;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a dispense stands.
 *
 * <pre>
 *                 reject
 *            ┌───────────────┐
 *            ▼               │
 *         QUEUED ──fill──▶ FILLED ──verify──▶ VERIFIED ──pack──▶ PACKED ──ship──▶ SHIPPED ──deliver──▶ DELIVERED
 *            │               │                   │                 │               │  │                    │
 *            └───────────────┴───── cancel ──────┴─────────────────┘       except  │  └──────return──┐     │ return
 *                            ▼                                                     ▼                 ▼     ▼
 *                        CANCELLED                                             EXCEPTION ──return──▶ RETURNED
 *                                                                        deliver │  │                   │
 *                                                         DELIVERED ◀────────────┘  └─────reverse────┐  │ reverse
 *                                                                                                    ▼  ▼
 *                                                                                                  REVERSED
 * </pre>
 *
 * Whatever has not left the pharmacy is cancelled; whatever left and will not reach the patient is reversed. Both give
 * the fill back to the prescription and the claim back to the payer.
 */
@Schema(description = "Where a dispense stands.")
public enum DispenseState {
    /** Waits to be filled. */
    @JsonProperty("queued")
    QUEUED,
    /** Stock is set aside for it; waits for a pharmacist who did not fill it. */
    @JsonProperty("filled")
    FILLED,
    /** A pharmacist stands for it. */
    @JsonProperty("verified")
    VERIFIED,
    /** In its box. */
    @JsonProperty("packed")
    PACKED,
    /** With the carrier; the stock is gone. */
    @JsonProperty("shipped")
    SHIPPED,
    /** With the patient. */
    @JsonProperty("delivered")
    DELIVERED,
    /** The carrier lost, damaged or delayed it. */
    @JsonProperty("exception")
    EXCEPTION,
    /** Came back. */
    @JsonProperty("returned")
    RETURNED,
    /** Left the pharmacy and was undone. */
    @JsonProperty("reversed")
    REVERSED,
    /** Undone before it left. */
    @JsonProperty("cancelled")
    CANCELLED;

    /** Whether it still has to leave the pharmacy. */
    public boolean isOpen() {
        return switch (this) {
            case QUEUED, FILLED, VERIFIED, PACKED -> true;
            case SHIPPED, DELIVERED, EXCEPTION, RETURNED, REVERSED, CANCELLED -> false;
        };
    }

    /** Whether it was undone, so that its fill may be taken again. */
    public boolean isUndone() {
        return this == REVERSED || this == CANCELLED;
    }
}
