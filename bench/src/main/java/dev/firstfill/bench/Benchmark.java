package dev.firstfill.bench;

import dev.firstfill.bench.measure.Report;
import dev.firstfill.bench.platform.Platform;
import java.util.List;

/** One question about speed, and how it is answered. */
interface Benchmark {

    /** What {@code bin/bench} calls it. */
    String name();

    /** The question in one line. */
    String asks();

    /** Programs of the system that it calls, beside our own. */
    default List<String> tools() {
        return List.of();
    }

    /** Leaves no process running and adds each figure to the report. */
    void run(Platform platform, Report report) throws Exception;
}
