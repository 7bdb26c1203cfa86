package dev.firstfill.bench.platform;

import dev.firstfill.bench.load.Children;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** How often a program writes to its connections with PostgreSQL: strace sees each call that sends something. */
public final class Flushes {
    private static final Pattern TO_A_SERVER = Pattern.compile("TCP(?:v6)?:\\[.*?:(\\d+)->.*?:(\\d+)]>");
    private static final long ATTACH_LIMIT_MS = 20_000;
    private static final long BETWEEN_LOOKS_MS = 50;
    private static final long STOP_LIMIT_SECONDS = 10;

    private final Platform platform;
    private final Api api;

    public Flushes(Platform platform, Api api) {
        this.platform = platform;
        this.api = api;
    }

    /** What is repeated and counted. */
    public interface Work {
        void once() throws Exception;
    }

    /** Writes for each time, by the pool's name. What the program sends by itself meanwhile is in it. */
    public Map<String, Double> each(int times, Work work) throws Exception {
        var file = platform.folder().resolve("strace.txt");
        Files.deleteIfExists(file);
        var strace = Children.start(new ProcessBuilder(
                        "strace",
                        "-f",
                        "-qq",
                        "-yy",
                        "-s",
                        "0",
                        "-e",
                        "trace=write,writev,sendto,sendmsg",
                        "-o",
                        file.toString(),
                        "-p",
                        Long.toString(api.pid()))
                .redirectErrorStream(true)
                .redirectOutput(platform.folder().resolve("strace.log").toFile()));
        long attached;
        try {
            attached = awaitAttached(file, strace, work);
            for (int time = 0; time < times; time++) {
                work.once();
            }
        } finally {
            strace.destroy();
            strace.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS);
        }
        var each = new TreeMap<String, Double>();
        writes(file, attached).forEach((pool, count) -> each.put(pool, count / (double) times));
        return each;
    }

    /** Once a request's own writes are seen, all threads are watched. Returns how much was written until then. */
    private static long awaitAttached(Path file, Process strace, Work work) throws Exception {
        long until = System.currentTimeMillis() + ATTACH_LIMIT_MS;
        while (System.currentTimeMillis() < until && strace.isAlive()) {
            work.once();
            Thread.sleep(BETWEEN_LOOKS_MS);
            if (Files.exists(file) && Files.size(file) > 0) {
                work.once();
                return Files.size(file);
            }
        }
        throw new IllegalStateException("strace could not watch the program; it takes the right to trace processes.");
    }

    private Map<String, Long> writes(Path file, long from) throws IOException, SQLException {
        var pools = pools();
        var writes = new TreeMap<String, Long>();
        var text = Files.readString(file);
        text.substring((int) Math.min(from, text.length())).lines().forEach(line -> {
            var server = TO_A_SERVER.matcher(line);
            if (server.find() && pools.containsKey(server.group(1))) {
                writes.merge(pools.get(server.group(1)), 1L, Long::sum);
            }
        });
        return writes;
    }

    /** Which of the program's ports is a connection of which pool. */
    private Map<String, String> pools() throws SQLException {
        var pools = new HashMap<String, String>();
        try (var connection = platform.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select client_port::text, application_name from pg_stat_activity
                        where usename = 'firstfill_app' and client_port is not null
                        """)) {
            while (rows.next()) {
                pools.put(rows.getString(1), rows.getString(2));
            }
        }
        return pools;
    }
}
