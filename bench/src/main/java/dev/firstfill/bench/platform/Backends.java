package dev.firstfill.bench.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;

/** Memory of processes, from {@code /proc}. */
public final class Backends {
    private static final long KB = 1024;

    private Backends() {}

    /** Of the PostgreSQL backend that serves the program and has grown most, what no other process shares. */
    public static long largestPrivateBytes(Platform platform) throws SQLException, IOException {
        long largest = 0;
        try (var connection = platform.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select pid from pg_stat_activity where usename = 'firstfill_app'")) {
            while (rows.next()) {
                largest = Math.max(largest, bytes(rows.getLong(1), "smaps_rollup", "Private_"));
            }
        }
        return largest;
    }

    public static long residentBytes(long pid) throws IOException {
        return bytes(pid, "status", "VmRSS");
    }

    private static long bytes(long pid, String file, String start) throws IOException {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/" + file))) {
            return lines.filter(line -> line.startsWith(start))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KB)
                    .sum();
        } catch (NoSuchFileException ended) {
            return 0;
        }
    }
}
