package dev.firstfill.bench.measure;

import java.util.Collection;

/** What several measurements of one thing came to. */
public record Spread(double median, double min, double max) {

    public static Spread of(Collection<Double> values) {
        var sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }

    /** From the least to the most, as a share of the median. */
    public double width() {
        return (max - min) / median;
    }
}
