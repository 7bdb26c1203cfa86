package dev.firstfill.inventory;

import java.math.BigDecimal;

/** Quantities as they are answered. */
final class Quantities {
    private Quantities() {}

    /** 60, whether 60 or 60.000 was kept: equal quantities are equal, and read alike. */
    static BigDecimal plain(BigDecimal quantity) {
        var stripped = quantity.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
