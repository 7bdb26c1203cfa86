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
import java.util.Set;

/** What can be done to a dispense, from where, and where that leads: the only place where it is said. */
enum DispenseMove {
    FILL("fill it", FILLED, QUEUED),
    REJECT("reject it", QUEUED, FILLED),
    VERIFY("verify it", VERIFIED, FILLED),
    PACK("pack it", PACKED, VERIFIED),
    SHIP("ship it", SHIPPED, PACKED),
    DELIVER("report it delivered", DELIVERED, SHIPPED, EXCEPTION),
    EXCEPT("report an exception of its delivery", EXCEPTION, SHIPPED),
    RETURN("take it back", RETURNED, SHIPPED, EXCEPTION, DELIVERED),
    REVERSE("reverse it", REVERSED, EXCEPTION, RETURNED),
    CANCEL("cancel it", CANCELLED, QUEUED, FILLED, VERIFIED, PACKED);

    private final String words;
    private final DispenseState to;
    private final Set<DispenseState> from;

    DispenseMove(String words, DispenseState to, DispenseState first, DispenseState... more) {
        this.words = words;
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

    /** As the refusal says it, after "to". */
    String words() {
        return words;
    }
}
