package dev.firstfill.bench.platform;

import dev.firstfill.bench.load.Request;
import dev.firstfill.bench.load.Wrk;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Counts how often a statement had to be prepared before it could be executed. The server logs every message of the
 * extended protocol when asked to log every duration, {@code parse} and {@code execute} by name. That makes it slow,
 * and so this is a run of its own, of whose speed nothing is told.
 */
public final class ParseLog {
    private static final String PARSED = "ms  parse ";
    private static final String EXECUTED = "ms  execute ";

    private ParseLog() {}

    /** The share of executions that found their statement prepared, once the program has been running for a while. */
    public static double hitRate(Platform platform, List<Request> requests) throws Exception {
        platform.setting().say("Counting statements that are prepared anew");
        var log = platform.folder().resolveSibling("logs").resolve("postgres.log");
        platform.execute("alter role firstfill_app set log_min_duration_statement = 0");
        try (var api = platform.api("counted", Api.shipped(platform), List.of())) {
            var wrk = Wrk.sending("counted", platform.folder(), api.url(), requests);
            wrk.warmUp(platform.setting());
            long from = Files.size(log);
            wrk.work(platform.setting().seconds());
            return share(log, from);
        } finally {
            platform.execute("alter role firstfill_app reset log_min_duration_statement");
        }
    }

    private static double share(Path log, long from) throws IOException {
        long parsed = 0;
        long executed = 0;
        try (var channel = FileChannel.open(log).position(from);
                var reader = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                parsed += line.contains(PARSED) ? 1 : 0;
                executed += line.contains(EXECUTED) ? 1 : 0;
            }
        }
        if (executed == 0) {
            throw new IllegalStateException("The server logged no statement.");
        }
        return 1 - parsed / (double) executed;
    }
}
