package dev.firstfill.bench;

import dev.firstfill.bench.measure.Promise;
import dev.firstfill.bench.measure.Report;
import dev.firstfill.bench.measure.Side;
import dev.firstfill.bench.platform.Platform;
import dev.firstfill.bench.platform.TokenTable;
import dev.firstfill.bench.platform.TokenTable.Person;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Random;
import java.util.UUID;

/** Finding patients by blind tokens, beside plain indexed columns of the very same rows, over the same connection. */
final class BlindIndex implements Benchmark {
    private static final int USUAL = 50_000;
    private static final int WHEN_QUICK = 2_000;
    private static final int PREFIX = 3;

    private interface Lookup {
        void of(Person wanted) throws SQLException;
    }

    @Override
    public String name() {
        return "blind-index";
    }

    @Override
    public String asks() {
        return "finding a patient among 50,000 by blind tokens beside plain indexed columns of the same rows (P12)";
    }

    @Override
    public void run(Platform platform, Report report) throws Exception {
        var database = "blind_index_" + UUID.randomUUID().toString().replace("-", "");
        try (var admin = platform.connect();
                var statement = admin.createStatement()) {
            statement.execute("create database " + database);
            try (var connection = platform.superuser().connect(database)) {
                var table = new TokenTable(platform, connection);
                table.fill(platform.setting().size(USUAL, WHEN_QUICK));
                measure(report, connection, table);
            } finally {
                statement.execute("drop database " + database + " with (force)");
            }
        }
    }

    private static void measure(Report report, Connection connection, TokenTable table) throws Exception {
        var blind = connection.prepareStatement("select id, record from pharmacy.patient where search_tokens @> ?");
        var phone = connection.prepareStatement("select id, record from pharmacy.patient where plain_phone = ?");
        var name = connection.prepareStatement(
                "select id, record from pharmacy.patient where plain_birth = ? and plain_family like ?");
        compare(
                report,
                "time of a look-up by phone",
                table,
                wanted -> read(blind, connection, TokenTable.token("phone", wanted.phone())),
                wanted -> {
                    phone.setString(1, wanted.phone());
                    read(phone);
                });
        compare(
                report,
                "by 3 letters of a surname and birth date",
                table,
                wanted -> read(
                        blind,
                        connection,
                        TokenTable.token("family", wanted.familyFrom(PREFIX)),
                        TokenTable.token("birth", wanted.birthDate().toString())),
                wanted -> {
                    name.setObject(1, wanted.birthDate());
                    name.setString(2, wanted.familyFrom(PREFIX) + "%");
                    read(name);
                });
    }

    private static void compare(Report report, String what, TokenTable table, Lookup blind, Lookup plain)
            throws Exception {
        var ours = Side.of("blind tokens", seconds -> micros(table, blind, seconds));
        var limit = Side.of("plain columns", seconds -> micros(table, plain, seconds));
        ours.work(1);
        limit.work(1);
        report.compare(what, " µs", ours, limit, Promise.atMost("P12", 1.10));
    }

    /** Mean over one connection; whom it looks for is the same in every turn. */
    private static Side.Work micros(TokenTable table, Lookup lookup, int seconds) throws SQLException {
        var random = new Random(seconds);
        long began = System.nanoTime();
        long until = began + seconds * 1_000_000_000L;
        long done = 0;
        while (System.nanoTime() < until) {
            lookup.of(table.anybody(random));
            done++;
        }
        return new Side.Work((System.nanoTime() - began) / 1e3 / done, done);
    }

    private static void read(PreparedStatement statement, Connection connection, Long... tokens) throws SQLException {
        statement.setArray(1, connection.createArrayOf("bigint", tokens));
        read(statement);
    }

    private static void read(PreparedStatement statement) throws SQLException {
        try (var rows = statement.executeQuery()) {
            if (!rows.next()) {
                throw new IllegalStateException("Somebody who is there was not found.");
            }
            rows.getBytes("record");
        }
    }
}
