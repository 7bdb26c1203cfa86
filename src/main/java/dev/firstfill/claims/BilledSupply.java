package dev.firstfill.claims;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How much is billed.
 *
 * @param quantity in the units of the drug's package, with at most three decimals (442-E7)
 * @param daysSupply that the quantity lasts (405-D5)
 * @param intendedQuantity of which this is a part (344-HF); null for a full fill
 * @param intendedDaysSupply of which this is a part (345-HG); null for a full fill
 */
@Embeddable
public record BilledSupply(
        @Column(name = "quantity", updatable = false) BigDecimal quantity,
        @Column(name = "days_supply", updatable = false) int daysSupply,

        @Enumerated(EnumType.STRING) @Column(name = "dispensing_status", updatable = false)
        DispensingStatus status,

        @Column(name = "intended_quantity", updatable = false) @Nullable
        BigDecimal intendedQuantity,

        @Column(name = "intended_days_supply", updatable = false) @Nullable
        Integer intendedDaysSupply) {

    public static BilledSupply full(BigDecimal quantity, int daysSupply) {
        return new BilledSupply(quantity, daysSupply, DispensingStatus.FULL, null, null);
    }

    /** The part that is short of what was intended, or the one that completes it, is told apart by the status. */
    boolean isWhole() {
        var both = intendedQuantity != null && intendedDaysSupply != null;
        var none = intendedQuantity == null && intendedDaysSupply == null;
        return status == DispensingStatus.FULL
                ? none
                : both && quantity.compareTo(intendedQuantity) <= 0 && daysSupply <= intendedDaysSupply;
    }
}
