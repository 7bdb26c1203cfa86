package dev.firstfill.prescribing;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** So much in so many days: a fraction, because every 36 hours cannot be said in decimals. */
record Consumption(BigDecimal amount, BigDecimal days) {
    /** Enough to be read; whatever is decided is decided with the fraction. */
    private static final int DECIMALS = 3;

    /** How many days a supply lasts. */
    int daysOf(BigDecimal supply, RoundingMode rounding) {
        var exact = supply.multiply(days);
        return exact.divide(amount, 0, rounding)
                .min(BigDecimal.valueOf(Integer.MAX_VALUE / 2))
                .intValue();
    }

    BigDecimal perDay() {
        return Amount.plain(amount.divide(days, DECIMALS, RoundingMode.HALF_UP));
    }
}
