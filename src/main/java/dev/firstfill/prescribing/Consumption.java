package dev.firstfill.prescribing;

import dev.firstfill.kernel.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** So much in so many days: a fraction, because every 36 hours cannot be said in decimals. */
record Consumption(BigDecimal amount, BigDecimal days) {
    /** Enough to be read; whatever is decided is decided with the fraction. */
    private static final int DECIMALS = 3;

    /** Longer than anybody lives, and small enough to be calculated with. */
    private static final BigDecimal DAYS_MAX = BigDecimal.valueOf(100_000);

    /** How many days a supply lasts. */
    int daysOf(BigDecimal supply, RoundingMode rounding) {
        var exact = supply.multiply(days);
        return exact.divide(amount, 0, rounding).min(DAYS_MAX).intValue();
    }

    BigDecimal perDay() {
        return Decimals.plain(amount.divide(days, DECIMALS, RoundingMode.HALF_UP));
    }
}
