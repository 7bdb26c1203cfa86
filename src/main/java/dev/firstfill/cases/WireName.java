package dev.firstfill.cases;

import java.util.Locale;

/** Names of constants as the contract writes them: {@code ON_HOLD} is {@code on-hold}. */
final class WireName {
    private WireName() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
