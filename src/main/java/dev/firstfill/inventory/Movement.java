package dev.firstfill.inventory;

import dev.firstfill.kernel.Colleague;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a lot, and what there was of it afterwards; quantities in units of the drug's package.
 *
 * @param quantity of which the movement speaks, never negative
 * @param dispense for which it happened, if for one
 * @param otherLot where it came from or went to, when that is a lot of ours
 * @param reference to a paper outside, such as the wholesaler's transaction information (DSCSA)
 */
public record Movement(
        UUID id,
        StockLotId lot,
        MovementKind kind,
        BigDecimal quantity,
        BigDecimal onHandChange,
        BigDecimal reservedChange,
        BigDecimal onHand,
        BigDecimal reserved,
        @Nullable UUID dispense,
        @Nullable UUID otherLot,
        @Nullable String reasonCode,
        @Nullable String reason,
        @Nullable String reference,
        Colleague by,
        Instant at) {
    @Override
    public String toString() {
        return "Movement[%s]".formatted(id);
    }
}
