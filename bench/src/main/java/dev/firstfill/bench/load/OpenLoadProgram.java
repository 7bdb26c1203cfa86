package dev.firstfill.bench.load;

import io.hyperfoil.api.statistics.StatisticsSnapshot;
import io.hyperfoil.core.impl.LocalBenchmarkData;
import io.hyperfoil.core.impl.LocalSimulationRunner;
import io.hyperfoil.core.parser.BenchmarkParser;
import io.hyperfoil.http.statistics.HttpStats;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Runs one of Hyperfoil's benchmarks and prints what came of it as JSON. Argument: its file. */
public final class OpenLoadProgram {
    static final String RESULT = "RESULT ";
    static final String COUNTED_PHASE = "steady";
    private static final double NANOS_PER_MS = 1e6;

    private OpenLoadProgram() {}

    public static void main(String[] words) throws Exception {
        var file = Path.of(words[0]);
        var total = new StatisticsSnapshot();
        try (var text = Files.newInputStream(file)) {
            var benchmark = BenchmarkParser.instance().buildBenchmark(text, new LocalBenchmarkData(file), Map.of());
            var served = new AtomicLong();
            long[] tookMs = new long[1];
            new LocalSimulationRunner(
                            benchmark,
                            (phase, step, metric, snapshot, countDown) -> {
                                served.addAndGet(snapshot.responseCount);
                                if (phase.name().equals(COUNTED_PHASE)) {
                                    total.add(snapshot);
                                    tookMs[0] = Math.max(tookMs[0], phase.duration());
                                }
                            },
                            null,
                            null)
                    .run();
            System.out.println(
                    RESULT + json(total, tookMs[0]).put("served", served.get()).encode());
        }
        System.exit(0);
    }

    private static JsonObject json(StatisticsSnapshot total, long tookMs) {
        long good = HttpStats.get(total).status_2xx;
        return new JsonObject()
                .put("perSecond", good * 1e3 / tookMs)
                .put("answers", total.responseCount)
                .put("failures", Math.max(total.requestCount - good, total.errors()))
                .put("p50Ms", total.histogram.getValueAtPercentile(50) / NANOS_PER_MS)
                .put("p99Ms", total.histogram.getValueAtPercentile(99) / NANOS_PER_MS)
                .put("maxMs", total.histogram.getMaxValue() / NANOS_PER_MS)
                .put("blockedMs", total.blockedTime / NANOS_PER_MS);
    }
}
