package dev.firstfill.prescribing;

import static dev.firstfill.prescribing.PrescriptionMove.ACTIVATE;
import static dev.firstfill.prescribing.PrescriptionMove.CANCEL;
import static dev.firstfill.prescribing.PrescriptionMove.COMPLETE;
import static dev.firstfill.prescribing.PrescriptionMove.HOLD;
import static dev.firstfill.prescribing.PrescriptionMove.RELEASE;
import static dev.firstfill.prescribing.PrescriptionMove.REOPEN;
import static dev.firstfill.prescribing.PrescriptionMove.TRANSFER_OUT;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a prescription stands, and the only moves there are.
 *
 * <pre>
 *          activate                  complete
 *   DRAFT ----------&gt; ACTIVE ---------------------&gt; COMPLETED
 *     |              |  ^  |  &lt;--------------------
 *     |         hold |  |  |         reopen
 *     |              v  | release
 *     |            ON_HOLD |
 *     |              |     |
 *     |              +-----+--- transfer -----&gt; TRANSFERRED_OUT
 *     |              |     |
 *     +--------------+-----+--- cancel -------&gt; CANCELLED
 *                    |     |
 *                    +-----+- - the last day passes - &gt; EXPIRED
 * </pre>
 *
 * A prescription is complete with its last fill, since from then on there is nothing to be done with it, and is
 * reopened when a fill is given back. Nobody moves one to EXPIRED: the calendar does. A draft does not expire, so that
 * a mistyped date can be corrected; it cannot be activated either.
 */
@Schema(description = "Where a prescription stands today.")
public enum PrescriptionState {
    @JsonProperty("draft")
    DRAFT,
    @JsonProperty("active")
    ACTIVE,
    @JsonProperty("on-hold")
    ON_HOLD,
    @JsonProperty("completed")
    COMPLETED,
    @JsonProperty("cancelled")
    CANCELLED,
    @JsonProperty("transferred-out")
    TRANSFERRED_OUT,
    /** Never kept, see {@link #on}. */
    @JsonProperty("expired")
    EXPIRED;

    private static final Map<PrescriptionState, Map<PrescriptionMove, PrescriptionState>> MOVES = Map.of(
            DRAFT, Map.of(ACTIVATE, ACTIVE, CANCEL, CANCELLED),
            ACTIVE,
                    Map.of(
                            HOLD, ON_HOLD,
                            CANCEL, CANCELLED,
                            TRANSFER_OUT, TRANSFERRED_OUT,
                            COMPLETE, COMPLETED),
            ON_HOLD, Map.of(RELEASE, ACTIVE, CANCEL, CANCELLED, TRANSFER_OUT, TRANSFERRED_OUT),
            COMPLETED, Map.of(REOPEN, ACTIVE),
            CANCELLED, Map.of(),
            TRANSFERRED_OUT, Map.of(),
            EXPIRED, Map.of());

    private static final Map<PrescriptionState, String> REMEDIES = Map.of(
            DRAFT, "Activate it, or cancel it.",
            ACTIVE, "It can be put on hold, cancelled or transferred.",
            ON_HOLD, "Release it first, cancel it or transfer it.",
            COMPLETED, "Ask for a renewal.",
            CANCELLED, "Enter a new prescription.",
            TRANSFERRED_OUT, "The other pharmacy has it: ask there, or enter a new prescription.",
            EXPIRED, "Ask for a renewal.");

    /** @throws PrescribingRefusals.MoveNotAllowed when there is no such move from here */
    PrescriptionState after(PrescriptionMove move) {
        var next = MOVES.get(this).get(move);
        if (next == null) {
            throw new PrescribingRefusals.MoveNotAllowed(this, move);
        }
        return next;
    }

    /** What it is once its last day has passed. */
    PrescriptionState onceOver() {
        return this == ACTIVE || this == ON_HOLD ? EXPIRED : this;
    }

    /** What whoever is refused in this state can do. */
    String remedy() {
        return REMEDIES.get(this);
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
