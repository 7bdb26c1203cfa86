package dev.firstfill.bench.measure;

import java.util.Locale;

/** What a figure was promised to be; see {@code docs/performance.md}. */
public sealed interface Promise {

    boolean isKeptBy(double figure);

    record AtLeast(String id, double bound) implements Promise {
        @Override
        public boolean isKeptBy(double figure) {
            return figure >= bound;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s ≥ %s", id, Numbers.text(bound));
        }
    }

    record AtMost(String id, double bound) implements Promise {
        @Override
        public boolean isKeptBy(double figure) {
            return figure <= bound;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s ≤ %s", id, Numbers.text(bound));
        }
    }

    /** Told because it explains another figure. */
    record None() implements Promise {
        @Override
        public boolean isKeptBy(double figure) {
            return true;
        }

        @Override
        public String toString() {
            return "–";
        }
    }

    static Promise atLeast(String id, double bound) {
        return new AtLeast(id, bound);
    }

    static Promise atMost(String id, double bound) {
        return new AtMost(id, bound);
    }

    static Promise none() {
        return new None();
    }
}
