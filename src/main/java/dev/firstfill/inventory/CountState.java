package dev.firstfill.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far a cycle count is.
 *
 * <pre>
 *   COUNTING --- the last line is settled, all as expected ---&gt; CLOSED
 *   COUNTING --- the last line is settled, some are not ------&gt; AWAITING_SIGNATURE
 *   AWAITING_SIGNATURE --- somebody else signs ---------------&gt; CLOSED
 *   COUNTING, AWAITING_SIGNATURE --- given up ----------------&gt; CANCELLED
 * </pre>
 */
@Schema(name = "StockCountState", description = "How far the count is.")
public enum CountState {
    @JsonProperty("counting")
    COUNTING,
    @JsonProperty("awaiting-signature")
    AWAITING_SIGNATURE,
    @JsonProperty("closed")
    CLOSED,
    @JsonProperty("cancelled")
    CANCELLED;

    boolean isOver() {
        return this == CLOSED || this == CANCELLED;
    }
}
