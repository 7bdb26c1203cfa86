package dev.firstfill.bench.measure;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * How this run measures.
 *
 * @param quick only to see that it works: its figures are marked as none
 * @param pairs turns of each side, at least five unless quick
 * @param seconds of each turn
 * @param size how many of what a benchmark fills in; each has its own usual number
 * @param javaFlags for the program under measurement
 */
public record Setting(Path root, boolean quick, int pairs, int seconds, OptionalInt size, List<String> javaFlags) {
    public static final int USUAL_PAIRS = 5;
    public static final int USUAL_SECONDS = 8;
    private static final int QUICK_PAIRS = 2;
    private static final int QUICK_SECONDS = 2;
    private static final long BEGAN = System.nanoTime();

    public Setting {
        javaFlags = List.copyOf(javaFlags);
        if (!quick && pairs < USUAL_PAIRS) {
            throw new IllegalArgumentException("Fewer than five pairs are no finding; --quick is for trying.");
        }
    }

    public static Setting of(
            Path root, boolean quick, OptionalInt pairs, OptionalInt seconds, OptionalInt size, List<String> flags) {
        return new Setting(
                root,
                quick,
                pairs.orElse(quick ? QUICK_PAIRS : USUAL_PAIRS),
                seconds.orElse(quick ? QUICK_SECONDS : USUAL_SECONDS),
                size,
                flags);
    }

    public int size(int usual, int whenQuick) {
        return size.orElse(quick ? whenQuick : usual);
    }

    public int warmUpSeconds() {
        return quick ? 2 * QUICK_SECONDS : 20;
    }

    /** Other turns than the rest, such as ten minutes at a steady rate. */
    public Setting with(int otherPairs, int otherSeconds) {
        return new Setting(root, quick, otherPairs, otherSeconds, size, javaFlags);
    }

    /** A line of progress, with the time since the beginning. */
    public void say(String text, Object... values) {
        long seconds = (System.nanoTime() - BEGAN) / 1_000_000_000;
        System.out.printf(
                Locale.ROOT, "%2d:%02d  %s%n", seconds / 60, seconds % 60, String.format(Locale.ROOT, text, values));
    }
}
