package dev.firstfill.bench.measure;

import java.util.Optional;

/** One row of the table. */
public sealed interface Finding {
    String what();

    Promise promise();

    /** Why it concludes nothing, if so. */
    Optional<String> doubt();

    /** What the promise is about. */
    double figure();

    default boolean isKept() {
        return doubt().isEmpty() && promise().isKeptBy(figure());
    }

    /**
     * Ours beside the limit, in the same run.
     *
     * @param unit of both, such as {@code /s}
     */
    record Ratio(String what, String unit, Comparison comparison, Promise promise) implements Finding {
        @Override
        public Optional<String> doubt() {
            return comparison.doubt();
        }

        @Override
        public double figure() {
            return comparison.ratio().median();
        }
    }

    /**
     * A figure that stands for itself, with what a reader must know to believe it.
     *
     * @param others the share of the machine that others used meanwhile; 0 for what noise does not change, such as a count
     */
    record Fact(String what, double figure, String unit, Promise promise, String note, double others)
            implements Finding {
        @Override
        public Optional<String> doubt() {
            return others > Comparison.OTHERS_MAX
                    ? Optional.of("machine too noisy: others used %.0f %% of it".formatted(others * 100))
                    : Optional.empty();
        }
    }

    /** A figure that could not be had here, and why. */
    record Missing(String what, Promise promise, String why) implements Finding {
        @Override
        public Optional<String> doubt() {
            return Optional.of(why);
        }

        @Override
        public double figure() {
            return Double.NaN;
        }
    }
}
