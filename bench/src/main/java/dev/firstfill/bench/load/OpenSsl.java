package dev.firstfill.bench.load;

import dev.firstfill.bench.measure.Side;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What this machine's arithmetic can do at most: {@code openssl speed} on one core. */
public final class OpenSsl {
    private static final double MEGA = 1e6;

    private OpenSsl() {}

    /** Megabytes a second, in pieces of so many bytes. */
    public static Side.Work speed(String algorithm, int bytesEach, int seconds)
            throws IOException, InterruptedException {
        var printed = Tool.output(
                Map.of(),
                List.of(
                        "openssl",
                        "speed",
                        "-mr",
                        "-seconds",
                        "" + seconds,
                        "-bytes",
                        "" + bytesEach,
                        "-evp",
                        algorithm));
        double bytesPerSecond = printed.lines()
                .filter(line -> line.startsWith("+F:"))
                .map(line -> line.split(":"))
                .mapToDouble(words -> Double.parseDouble(words[words.length - 1]))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No figure in: " + printed));
        return new Side.Work(bytesPerSecond / MEGA, bytesPerSecond * seconds / bytesEach);
    }
}
