package dev.firstfill.bench;

import dev.firstfill.bench.load.Children;
import dev.firstfill.bench.measure.Promise;
import dev.firstfill.bench.measure.Report;
import dev.firstfill.bench.measure.Spread;
import dev.firstfill.bench.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

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
    public List<String> tools() {
        return List.of("unzip");
    }

    @Override
    public void run(Platform platform, Report report) throws IOException, InterruptedException {
        var setting = platform.setting();
        var figures = Files.createTempFile(platform.folder(), "start-up-", ".figures");
        var program = setting.root().resolve("bench/start-up").toString();
        platform.close();
        int code = Children.start(
                        new ProcessBuilder(program, Integer.toString(setting.pairs()), figures.toString()).inheritIO())
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException("bench/start-up did not measure; it says why above.");
        }
        var starts = Files.readAllLines(figures).stream().map(Start::of).toList();
        tell(report, starts, "neither", "without cache and compact headers", Promise.none());
        tell(report, starts, "both", "as the image", Promise.atMost("P4", 1_500));
    }

    private static void tell(Report report, List<Start> all, String way, String called, Promise promised) {
        var starts = all.stream().filter(start -> start.way().equals(way)).toList();
        var ready = Spread.of(starts.stream().map(Start::readyMs).toList());
        var held = Spread.of(starts.stream().map(Start::residentMb).toList());
        var note = "%d starts, %.0f–%.0f";
        report.fact(
                "ready, " + called,
                ready.median(),
                " ms",
                promised,
                note.formatted(starts.size(), ready.min(), ready.max()));
        report.count(
                "resident when ready, " + called,
                held.median(),
                " MB",
                Promise.none(),
                note.formatted(starts.size(), held.min(), held.max()));
    }

    /** @param way with which of the cache and compact headers */
    private record Start(String way, double readyMs, double residentMb) {
        static Start of(String line) {
            var words = line.split(" ");
            return new Start(words[0], Double.parseDouble(words[1]), Double.parseDouble(words[3]));
        }
    }
}
