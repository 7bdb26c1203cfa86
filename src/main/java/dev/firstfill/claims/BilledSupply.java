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

    private static final int DECIMALS_MAX = 3;

    /** 2, whether 2 or 2.000 was written or kept: equal supplies are equal, and read alike. */
    public BilledSupply {
        quantity = withoutIdleZeros(quantity);
        intendedQuantity = intendedQuantity == null ? null : withoutIdleZeros(intendedQuantity);
    }

    private static BigDecimal withoutIdleZeros(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    public static BilledSupply full(BigDecimal quantity, int daysSupply) {
        return new BilledSupply(quantity, daysSupply, DispensingStatus.FULL, null, null);
    }

    /** Whether it can be billed: not nothing, not finer than it is counted, and no more than was intended. */
    boolean isWhole() {
        if (quantity.signum() <= 0 || quantity.scale() > DECIMALS_MAX || daysSupply < 1) {
            return false;
        }
        if (status == DispensingStatus.FULL) {
            return intendedQuantity == null && intendedDaysSupply == null;
        }
        return intendedQuantity != null
                && intendedDaysSupply != null
                && quantity.compareTo(intendedQuantity) <= 0
                && daysSupply <= intendedDaysSupply;
    }
}
