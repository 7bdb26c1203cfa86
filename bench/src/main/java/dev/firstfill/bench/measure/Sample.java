package dev.firstfill.bench.measure;

import java.util.Map;
import java.util.TreeMap;

/**
 * One turn of one side.
 *
 * @param cpuMicros a request, of each process
 * @param others the share of the machine that others used meanwhile
 */
public record Sample(double figure, Map<String, Double> cpuMicros, double others, double load) {

    /** Less than this a request is a process that merely breathes. */
    private static final double MICROS_WORTH_TELLING = 0.5;

    static Sample of(Side side, int seconds) throws Exception {
        var meter = Meter.begin();
        var work = side.work(seconds);
        var usage = meter.end();
        var each = new TreeMap<String, Double>();
        usage.cpuMicros().forEach((name, micros) -> {
            if (micros / work.requests() >= MICROS_WORTH_TELLING) {
                each.put(name, micros / work.requests());
            }
        });
        return new Sample(work.figure(), each, usage.others(), usage.load());
    }
}
