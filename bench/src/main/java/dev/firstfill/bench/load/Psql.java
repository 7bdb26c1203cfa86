package dev.firstfill.bench.load;

import dev.firstfill.bench.platform.Platform;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** SQL as a person would run it, as the owner of the schemas: one session, which ends at the first mistake. */
public final class Psql implements AutoCloseable {
    private static final String DONE = "done, says the bench";

    private final Process process;
    private final BufferedWriter asked;
    private final BufferedReader said;

    public Psql(Platform platform) throws IOException {
        var builder = new ProcessBuilder(command(platform)).redirectErrorStream(true);
        builder.environment().putAll(inTheClear(platform.ownerPassword()));
        process = Children.start(builder);
        asked = process.outputWriter(StandardCharsets.UTF_8);
        said = process.inputReader(StandardCharsets.UTF_8);
    }

    /** As the program speaks to the server in a benchmark. Left to themselves, PostgreSQL's own tools would encrypt. */
    static Map<String, String> inTheClear(String password) {
        return Map.of("PGPASSWORD", password, "PGSSLMODE", "disable");
    }

    /** Waits until all of it is done. */
    public void run(String sql) throws IOException {
        asked.write(sql);
        asked.write("\n\\echo " + DONE + "\n");
        asked.flush();
        var before = new StringBuilder();
        for (var line = said.readLine(); !DONE.equals(line); line = said.readLine()) {
            if (line == null) {
                throw new IllegalStateException("psql failed: " + before);
            }
            before.append(line).append('\n');
        }
    }

    private static List<String> command(Platform platform) {
        var server = platform.superuser();
        return List.of(
                "psql",
                "-X",
                "-q",
                "-v",
                "ON_ERROR_STOP=1",
                "-h",
                server.host(),
                "-p",
                "" + server.port(),
                "-U",
                "firstfill_owner",
                "-d",
                Platform.DATABASE,
                "-f",
                "-");
    }

    /** Returns when the session has ended, so that what it spent is told with what it did. */
    @Override
    public void close() throws IOException {
        asked.close();
        process.onExit().join();
    }
}
