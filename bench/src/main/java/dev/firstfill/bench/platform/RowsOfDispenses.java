package dev.firstfill.bench.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;

/** What an import of dispenses leaves in three tables, and how long {@code COPY} takes for the same. */
public final class RowsOfDispenses {
    public static final List<String> TABLES = List.of("dispense", "dispense_lot", "dispense_event");

    private final Platform platform;
    private final String schema;

    public RowsOfDispenses(Platform platform, String schema) {
        this.platform = platform;
        this.schema = schema;
    }

    /** Into tables with the same columns, checks and indexes, in one transaction each. */
    public double copySeconds() throws SQLException, IOException {
        double seconds = 0;
        try (var connection = platform.connect();
                var statement = connection.createStatement()) {
            statement.execute("drop schema if exists bench_copy cascade; create schema bench_copy");
            var copies = connection.unwrap(PGConnection.class).getCopyAPI();
            for (var table : TABLES) {
                var file = platform.folder().resolve(table);
                try (var out = Files.newOutputStream(file)) {
                    copies.copyOut("copy %s.%s to stdout (format binary)".formatted(schema, table), out);
                }
                statement.execute("create table bench_copy.%2$s (like %1$s.%2$s including all excluding identity)"
                        .formatted(schema, table));
                long began = System.nanoTime();
                try (var in = Files.newInputStream(file)) {
                    copies.copyIn("copy bench_copy.%s from stdin (format binary)".formatted(table), in);
                }
                seconds += (System.nanoTime() - began) / 1e9;
                Files.delete(file);
            }
            statement.execute("drop schema bench_copy cascade");
        }
        return seconds;
    }
}
