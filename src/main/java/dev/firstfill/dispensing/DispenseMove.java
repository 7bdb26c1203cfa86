package dev.firstfill.dispensing;

import static dev.firstfill.dispensing.DispenseState.CANCELLED;
import static dev.firstfill.dispensing.DispenseState.DELIVERED;
import static dev.firstfill.dispensing.DispenseState.EXCEPTION;
import static dev.firstfill.dispensing.DispenseState.FILLED;
import static dev.firstfill.dispensing.DispenseState.PACKED;
import static dev.firstfill.dispensing.DispenseState.QUEUED;
import static dev.firstfill.dispensing.DispenseState.RETURNED;
import static dev.firstfill.dispensing.DispenseState.REVERSED;
import static dev.firstfill.dispensing.DispenseState.SHIPPED;
import static dev.firstfill.dispensing.DispenseState.VERIFIED;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What can be done to a dispense, from where, and where that leads: the only place where it is said. */
enum DispenseMove {
    FILL(FILLED, QUEUED),
    REJECT(QUEUED, FILLED),
    VERIFY(VERIFIED, FILLED),
    PACK(PACKED, VERIFIED),
    SHIP(SHIPPED, PACKED),
    DELIVER(DELIVERED, SHIPPED, EXCEPTION),
    EXCEPT(EXCEPTION, SHIPPED),
    RETURN(RETURNED, SHIPPED, EXCEPTION, DELIVERED),
    REVERSE(REVERSED, EXCEPTION, RETURNED),
    CANCEL(CANCELLED, QUEUED, FILLED, VERIFIED, PACKED);

    private final DispenseState to;
    private final Set<DispenseState> from;

    DispenseMove(DispenseState to, DispenseState first, DispenseState... more) {
        this.to = to;
        this.from = EnumSet.of(first, more);
    }

    /** @throws DispensingRefusals.MoveOutOfOrder when it cannot be done from there */
    DispenseState from(DispenseState present) {
        if (!from.contains(present)) {
            throw new DispensingRefusals.MoveOutOfOrder(this, present, from);
        }
        return to;
    }

    /** As the timeline and the refusal say it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
