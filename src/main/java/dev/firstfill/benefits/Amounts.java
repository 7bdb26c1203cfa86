package dev.firstfill.benefits;

import java.math.BigDecimal;

/** Amounts of US dollars. */
final class Amounts {
    private static final int CENTS = 2;
    private static final BigDecimal MAX = new BigDecimal("9999999999.99");

    private Amounts() {}

    static boolean isOne(BigDecimal amount) {
        return amount.signum() >= 0 && amount.stripTrailingZeros().scale() <= CENTS && amount.compareTo(MAX) <= 0;
    }
}
