package dev.firstfill.bench;

import dev.firstfill.bench.measure.Promise;
import dev.firstfill.bench.measure.Report;
import dev.firstfill.bench.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;

/** {@code bench/start-up}, a program of its own: what it measures must not run beside servers that it did not start. */
final class StartUp implements Benchmark {

    @Override
    public String name() {
        return "start-up";
    }

    @Override
    public String asks() {
        return "seconds to the first answer and memory, with and without the AOT cache: bench/start-up (P4)";
    }

    @Override
    public void run(Platform platform, Report report) throws IOException, InterruptedException {
        var program = platform.setting().root().resolve("bench/start-up");
        if (!Files.isExecutable(program)) {
            report.missing("start-up", Promise.none(), "bench/start-up is not in this checkout");
            return;
        }
        int code = new ProcessBuilder(program.toString()).inheritIO().start().waitFor();
        if (code != 0) {
            report.missing("start-up", Promise.none(), "bench/start-up did not measure; it says why above");
        }
    }
}
