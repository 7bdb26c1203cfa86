package dev.firstfill.bench.platform;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the program sends to PostgreSQL, as the server writes it down. Switched on for the program's login alone, so it
 * holds for programs that are started afterwards, until it is closed.
 */
public final class StatementLog implements AutoCloseable {
    private static final Pattern ENTRY =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\S+ \\S+ \\[(\\d+)] \\S+ LOG:  (?:statement|execute [^:]+): (.*)");

    private final Platform platform;
    private final Path log;
    private long from;

    private StatementLog(Platform platform, Path log) {
        this.platform = platform;
        this.log = log;
    }

    public static StatementLog begin(Platform platform) throws SQLException {
        var log = platform.folder().resolveSibling("logs").resolve("postgres.log");
        platform.execute("alter role firstfill_app set log_statement = 'all'");
        return new StatementLog(platform, log);
    }

    /** Forgets what was written so far. */
    public void mark() throws IOException {
        from = Files.size(log);
    }

    /**
     * The statements of the transaction in which such a statement came since the mark, in their order.
     *
     * @param schema of the pharmacy, which is called {@code pharmacy} in what is returned
     */
    public List<String> ofTransactionThatSent(String words, String schema) throws IOException {
        for (var statements : byConnection().values()) {
            for (int place = 0; place < statements.size(); place++) {
                if (statements.get(place).contains(words)) {
                    int begin = statements.subList(0, place).lastIndexOf("begin");
                    int length = statements.subList(place, statements.size()).indexOf("commit");
                    return statements.subList(begin, place + length + 1).stream()
                            .map(statement -> statement.replace(schema, "pharmacy"))
                            .toList();
                }
            }
        }
        throw new IllegalStateException("Nobody sent such a statement: " + words);
    }

    private Map<String, List<String>> byConnection() throws IOException {
        var found = new LinkedHashMap<String, List<String>>();
        var statement = new StringBuilder();
        List<String> into = new ArrayList<>();
        for (var line : linesSinceMark()) {
            var entry = ENTRY.matcher(line);
            if (entry.matches()) {
                keep(statement, into);
                into = found.computeIfAbsent(entry.group(1), process -> new ArrayList<>());
                statement.append(entry.group(2));
            } else if (line.startsWith("\t")) {
                statement.append(' ').append(line.strip());
            }
        }
        keep(statement, into);
        return found;
    }

    private static void keep(StringBuilder statement, List<String> into) {
        if (!statement.isEmpty()) {
            into.add(statement.toString().replaceAll("\\s+", " ").strip());
            statement.setLength(0);
        }
    }

    private List<String> linesSinceMark() throws IOException {
        try (var channel = FileChannel.open(log).position(from);
                var reader = Channels.newReader(channel, StandardCharsets.UTF_8)) {
            return new BufferedReader(reader).lines().toList();
        }
    }

    @Override
    public void close() throws SQLException {
        platform.execute("alter role firstfill_app reset log_statement");
    }
}
