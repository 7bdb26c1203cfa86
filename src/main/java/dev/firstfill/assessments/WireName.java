package dev.firstfill.assessments;

import java.util.Locale;

/** Names of constants as the contract writes them: {@code FOLLOWED_UP} is {@code followed-up}. */
final class WireName {
    private WireName() {}

    /** @throws IllegalArgumentException when it is not written as in the contract */
    static String constant(String name) {
        if (!name.equals(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("not in the contract's case");
        }
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
