package dev.firstfill.bench.ceiling;

import dev.firstfill.bench.load.Children;
import dev.firstfill.bench.measure.Meter;
import dev.firstfill.bench.platform.Api;
import dev.firstfill.bench.platform.Platform;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@link CeilingServer} in a process of its own. */
public final class Ceiling implements AutoCloseable {

    /** The program's pool; the four that it keeps for the ledger have no counterpart. */
    private static final int CONNECTIONS = 20;

    private final Process process;
    private final int port;

    private Ceiling(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** @param answerBytes as long as an answer of ours */
    public static Ceiling start(Platform platform, List<String> schemas, int answerBytes) throws Exception {
        var list = Files.write(platform.folder().resolve("ceiling-schemas"), schemas);
        var database = platform.superuser();
        int port = Api.freePort();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Api.asInTheImage(platform));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                CeilingServer.class.getName(),
                "" + port,
                database.host(),
                "" + database.port(),
                database.user(),
                database.password(),
                "" + CONNECTIONS,
                "" + answerBytes,
                list.toString()));
        var process = Children.start(new ProcessBuilder(command)
                .redirectError(platform.folder().resolve("ceiling.log").toFile()));
        Meter.name(process, "ceiling");
        var said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        if (!"ready".equals(said.readLine())) {
            throw new IllegalStateException(
                    "The ceiling did not start; see " + platform.folder().resolve("ceiling.log"));
        }
        return new Ceiling(process, port);
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
