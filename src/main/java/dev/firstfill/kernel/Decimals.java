package dev.firstfill.kernel;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers as people write them. */
public final class Decimals {
    /** More digits than any quantity has; beyond it, plain notation could fill the memory: 1e999999999 is short. */
    private static final int PLAIN_ZEROS_MAX = 20;

    private Decimals() {}

    /** 60, whether 60, 60.000 or 6e1 was written: equal numbers are equal, and read alike. Nothing stays nothing. */
    @SuppressWarnings("NullAway")
    public static BigDecimal plain(@Nullable BigDecimal number) {
        if (number == null) {
            return null;
        }
        var stripped = number.stripTrailingZeros();
        boolean hasExponent = stripped.scale() < 0 && stripped.scale() >= -PLAIN_ZEROS_MAX;
        return hasExponent ? stripped.setScale(0) : stripped;
    }
}
