package dev.firstfill.inventory;

import dev.firstfill.kernel.Decimals;
import dev.firstfill.kernel.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lot as it is shown; quantities in units of the drug's package.
 *
 * @param serials of packages that were scanned; never forgotten, so that none is received twice
 * @param unitCost of the last receipt
 * @param source the wholesaler's transaction information (DSCSA) of the last receipt
 * @param adjustment a correction that waits to be confirmed
 * @param adjustmentReason in the words of whoever proposed it
 * @param receivedAt when the first of it came
 */
public record Lot(
        StockLotId id,
        int version,
        LotIdentity identity,
        LotStatus status,
        BigDecimal onHand,
        BigDecimal reserved,
        @Nullable String bin,
        List<String> serials,
        @Nullable Money unitCost,
        @Nullable String source,
        @Nullable AdjustmentProposal adjustment,
        @Nullable String adjustmentReason,
        Instant receivedAt,
        Instant updatedAt) {
    public Lot {
        serials = List.copyOf(serials);
    }

    public BigDecimal free() {
        return Decimals.plain(onHand.subtract(reserved));
    }

    public boolean isExpiredOn(LocalDate today) {
        return identity.expiresOn().isBefore(today);
    }

    @Override
    public String toString() {
        return "Lot[%s]".formatted(id);
    }
}
