package dev.firstfill.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What pgbench writes of each transaction: the third word of a line is how long it took, in microseconds. */
final class PgbenchLog {
    private static final int TOOK = 2;
    private static final double MICROS_PER_MS = 1e3;

    private PgbenchLog() {}

    static Percentiles in(Path folder, int seconds) throws IOException {
        var micros = new long[1024];
        int count = 0;
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                try (var lines = Files.newBufferedReader(file)) {
                    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                        micros = count == micros.length ? Arrays.copyOf(micros, 2 * count) : micros;
                        micros[count++] = Long.parseLong(line.split(" ")[TOOK]);
                    }
                }
            }
        }
        if (count == 0) {
            throw new IllegalStateException("pgbench did nothing.");
        }
        Arrays.sort(micros, 0, count);
        return new Percentiles(
                count / (double) seconds,
                count,
                count,
                0,
                micros[count / 2] / MICROS_PER_MS,
                micros[(int) (count * 0.99)] / MICROS_PER_MS,
                micros[count - 1] / MICROS_PER_MS,
                0);
    }

    static void delete(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
