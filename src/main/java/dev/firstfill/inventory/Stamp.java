package dev.firstfill.inventory;

import dev.firstfill.kernel.Colleague;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who moved stock, when and why.
 *
 * @param otherLot where it came from or went to, when that is a lot of ours
 * @param reasonCode one word of a closed list
 * @param reason in somebody's words
 * @param reference to a paper outside, such as the wholesaler's transaction information (DSCSA)
 */
record Stamp(
        Colleague by,
        Instant at,
        @Nullable UUID dispense,
        @Nullable UUID otherLot,
        @Nullable String reasonCode,
        @Nullable String reason,
        @Nullable String reference) {

    static Stamp of(Colleague by, Instant at) {
        return new Stamp(by, at, null, null, null, null, null);
    }

    Stamp dispense(UUID id) {
        return new Stamp(by, at, id, otherLot, reasonCode, reason, reference);
    }

    Stamp otherLot(UUID id) {
        return new Stamp(by, at, dispense, id, reasonCode, reason, reference);
    }

    Stamp because(@Nullable String code, @Nullable String words) {
        return new Stamp(by, at, dispense, otherLot, code, words, reference);
    }

    Stamp referring(@Nullable String paper) {
        return new Stamp(by, at, dispense, otherLot, reasonCode, reason, paper);
    }

    @Override
    public String toString() {
        return "Stamp[hidden]";
    }
}
