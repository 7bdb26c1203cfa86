package dev.firstfill.inventory;

import dev.firstfill.kernel.Colleague;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lot that was too warm or too cold.
 *
 * @param quantity that lay there, in units of the drug's package
 * @param decision null as long as no pharmacist has decided
 */
public record AffectedLot(
        UUID lot,
        BigDecimal quantity,
        @Nullable Disposition decision,
        @Nullable Colleague decidedBy,
        @Nullable Instant decidedAt) {

    AffectedLot decided(Disposition as, Colleague by, Instant at) {
        return new AffectedLot(lot, quantity, as, by, at);
    }

    boolean waits() {
        return decision == null;
    }
}
