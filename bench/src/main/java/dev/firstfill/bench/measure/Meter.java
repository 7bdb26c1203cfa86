package dev.firstfill.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Reads what processor time is spent, by whom of us, and how much by others, from {@code /proc} (Linux). */
public final class Meter {
    private static final double TICK_MICROS = 10_000;
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final String LOAD = "load";
    private static final String BENCH = "bench";

    /**
     * Columns of the first line of {@code /proc/stat}: user, nice, system, both kinds of interrupts, stolen. Linux counts
     * the time of an interrupt to the process that it came over as well, so that it is in ours.
     */
    private static final int[] BUSY = {1, 2, 3, 6, 7, 8};

    private static final Map<Long, String> NAMES = new ConcurrentHashMap<>();

    private final long beganNanos;
    private final Map<String, Double> before;
    private final double busyBefore;

    private Meter() {
        before = ours();
        busyBefore = busyMicros();
        beganNanos = System.nanoTime();
    }

    /** What a process below this one is called in tables; load generators, PostgreSQL and Redis have names already. */
    public static void name(Process process, String name) {
        NAMES.put(process.pid(), name);
    }

    /** Whether a process of that command is below this one, so that its time is told as ours. */
    public static boolean sees(String command) {
        return ProcessStat.ofThisTree().stream().anyMatch(stat -> stat.command().equals(command));
    }

    public static Meter begin() {
        return new Meter();
    }

    public Usage end() {
        double seconds = (System.nanoTime() - beganNanos) / 1e9;
        double busy = busyMicros() - busyBefore;
        var after = ours();
        // All together: who has ended since, is in what was reaped, under another name.
        double own = sum(after) - sum(before);
        var used = new TreeMap<String, Double>();
        after.forEach((name, micros) -> {
            double since = micros - before.getOrDefault(name, 0.0);
            if (since > 0) {
                used.put(name, since);
            }
        });
        return new Usage(used, Math.max(0, busy - own) / (seconds * 1e6 * CORES), seconds, loadAverage());
    }

    private static double sum(Map<String, Double> micros) {
        return micros.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Processes that ended in between live on in what their parent has reaped. */
    private static Map<String, Double> ours() {
        long self = ProcessHandle.current().pid();
        var micros = new TreeMap<String, Double>();
        for (var stat : ProcessStat.ofThisTree()) {
            if (stat.pid() == self) {
                micros.merge(BENCH, stat.ownTicks() * TICK_MICROS, Double::sum);
                micros.merge(LOAD, stat.reapedTicks() * TICK_MICROS, Double::sum);
            } else {
                micros.merge(nameOf(stat), (stat.ownTicks() + stat.reapedTicks()) * TICK_MICROS, Double::sum);
            }
        }
        return micros;
    }

    private static String nameOf(ProcessStat stat) {
        var given = NAMES.get(stat.pid());
        if (given != null) {
            return given;
        }
        return switch (stat.command()) {
            case "redis-server" -> "redis";
            case "java" -> "keycloak";
            default -> stat.command();
        };
    }

    private static double busyMicros() {
        return busyTicks(read("/proc/stat")) * TICK_MICROS;
    }

    static long busyTicks(String stat) {
        var columns = stat.lines().findFirst().orElseThrow().split(" +");
        return Arrays.stream(BUSY)
                .mapToLong(column -> Long.parseLong(columns[column]))
                .sum();
    }

    private static double loadAverage() {
        return Double.parseDouble(read("/proc/loadavg").split(" ")[0]);
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Processor time is read from Linux's /proc.", e);
        }
    }

    /**
     * What was spent between two readings.
     *
     * @param cpuMicros of each of our processes; {@code load} is what this program started and saw ending
     * @param others the share of the whole machine that went to processes that are not ours, 0 to 1
     */
    public record Usage(Map<String, Double> cpuMicros, double others, double seconds, double load) {
        public Usage {
            cpuMicros = Map.copyOf(cpuMicros);
        }
    }
}
