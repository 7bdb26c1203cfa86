package dev.firstfill.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether a lot may be dispensed. Expired is no status: the date says it, and nobody has to come by at midnight.
 *
 * <pre>
 *   AVAILABLE    --- excursion, suspicion, return ---&gt; QUARANTINED
 *   AVAILABLE    &lt;-- release by a pharmacist ---------- QUARANTINED
 *   AVAILABLE, QUARANTINED --- found broken ----------&gt; DAMAGED
 *   AVAILABLE, QUARANTINED, DAMAGED --- recall -------&gt; RECALLED
 *   AVAILABLE    &lt;-- release, once it is closed ------- RECALLED
 * </pre>
 */
@Schema(description = "Whether the lot may be dispensed; a lot past its expiry may not, whatever its status.")
public enum LotStatus {
    @JsonProperty("available")
    AVAILABLE,
    /** Until a pharmacist decides. */
    @JsonProperty("quarantined")
    QUARANTINED,
    @JsonProperty("recalled")
    RECALLED,
    /** Waits to be wasted. */
    @JsonProperty("damaged")
    DAMAGED;

    /** The only place where it is said which status may follow. */
    boolean mayBecome(LotStatus next) {
        return switch (this) {
            case AVAILABLE -> next != AVAILABLE;
            case QUARANTINED -> next != QUARANTINED;
            case RECALLED -> next == AVAILABLE;
            case DAMAGED -> next == RECALLED;
        };
    }
}
