package dev.firstfill.assessments;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** Numbers as answers and templates may have them: exact, and no longer than a JavaScript number holds. */
final class Numbers {
    static final int DIGITS_MAX = 15;
    static final int DECIMALS_MAX = 6;

    private Numbers() {}

    /** Asked before anything writes the number out: 1e999999999 is short, its digits would fill the memory. */
    static boolean isKeepable(BigDecimal number) {
        var plain = number.stripTrailingZeros();
        long digitsBeforePoint = (long) plain.precision() - plain.scale();
        return plain.precision() <= DIGITS_MAX && plain.scale() <= DECIMALS_MAX && digitsBeforePoint <= DIGITS_MAX;
    }

    /** Without idle zeros and without an exponent: 100, not 100.0 and not 1E+2. */
    static BigDecimal plain(BigDecimal keepable) {
        var stripped = keepable.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static Optional<BigDecimal> exact(Object given) {
        return switch (given) {
            case BigDecimal decimal -> Optional.of(decimal);
            case BigInteger integer -> Optional.of(new BigDecimal(integer));
            case Integer integer -> Optional.of(BigDecimal.valueOf(integer));
            case Long integer -> Optional.of(BigDecimal.valueOf(integer));
            case Double decimal when Double.isFinite(decimal) -> Optional.of(BigDecimal.valueOf(decimal));
            default -> Optional.empty();
        };
    }
}
