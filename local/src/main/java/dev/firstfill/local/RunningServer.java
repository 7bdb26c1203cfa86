package dev.firstfill.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * What is written down about a server when it starts. It stays when the server ends, because the port shall be
 * the same the next time: so it is a hint, and whoever reads it verifies it.
 *
 * @param process the server itself
 * @param owner the program that started it and will stop it
 * @param at where it listens
 */
record RunningServer(ProcessMark process, ProcessMark owner, Listening at) {

    private static final String FILE = "running.properties";

    static Optional<RunningServer> read(Path folder) throws IOException {
        var file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var kept = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            kept.load(in);
        }
        try {
            return Optional.of(new RunningServer(
                    mark(kept, "process"),
                    mark(kept, "owner"),
                    new Listening(
                            Integer.parseInt(kept.getProperty("port", "")),
                            Integer.parseInt(kept.getProperty("tls.port", "")))));
        } catch (NumberFormatException | DateTimeException damaged) {
            return Optional.empty();
        }
    }

    void write(Path folder) throws IOException {
        PrivateFile.write(folder.resolve(FILE), """
                process.pid=%d
                process.born=%s
                owner.pid=%d
                owner.born=%s
                port=%d
                tls.port=%d
                """.formatted(
                        process.pid(), process.bornAt(), owner.pid(), owner.bornAt(), at.port(), at.tlsPort()));
    }

    private static ProcessMark mark(Properties kept, String whose) {
        return new ProcessMark(
                Long.parseLong(kept.getProperty(whose + ".pid", "")),
                Instant.parse(kept.getProperty(whose + ".born", "")));
    }
}
