package dev.firstfill.inventory;

import java.util.Locale;

/** Lot numbers as they are kept: in capitals, as labels print them, so that a recall finds what was typed in small. */
final class LotNumbers {
    private LotNumbers() {}

    static String canonical(String written) {
        return written.strip().toUpperCase(Locale.ROOT);
    }
}
