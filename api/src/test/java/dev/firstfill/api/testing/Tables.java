package dev.firstfill.api.testing;

import dev.firstfill.local.LocalStack;
import dev.firstfill.tenancy.catalogue.Tenant;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/** A pharmacy's tables as somebody sees and changes them who has the database and none of the platform's manners. */
public final class Tables {
    private static final String DATABASE = "firstfill";

    /** Asked for once: to find the servers running, each of them is asked, too. */
    private static final LocalStack STACK = LocalStack.named(RealStack.NAME).start();

    /** Kept open: to be admitted costs more than most questions. */
    private static final Deque<Connection> IDLE = new ConcurrentLinkedDeque<>();

    private final Tenant pharmacy;

    private Tables(Tenant pharmacy) {
        this.pharmacy = pharmacy;
    }

    public static Tables of(Tenant pharmacy) {
        return new Tables(pharmacy);
    }

    /** @param sql written against the schema {@code pharmacy}; values take the place of its question marks */
    public void run(String sql, Object... values) {
        executed(sql, values, statement -> null);
    }

    public List<Map<String, Object>> rows(String sql, Object... values) {
        return executed(sql, values, statement -> rows(statement.getResultSet()));
    }

    public Map<String, Object> row(String sql, Object... values) {
        var rows = rows(sql, values);
        if (rows.size() != 1) {
            throw new AssertionError("One row was expected, and there are " + rows.size() + ": " + sql);
        }
        return rows.get(0);
    }

    private static List<Map<String, Object>> rows(ResultSet result) throws SQLException {
        var rows = new ArrayList<Map<String, Object>>();
        while (result.next()) {
            var row = new TreeMap<String, Object>();
            for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                row.put(result.getMetaData().getColumnLabel(column), result.getObject(column));
            }
            rows.add(row);
        }
        return rows;
    }

    private interface Outcome<T> {
        T of(PreparedStatement executed) throws SQLException;
    }

    /** A connection on which something failed is not used again. */
    private <T> T executed(String sql, Object[] values, Outcome<T> outcome) {
        var idle = IDLE.poll();
        try {
            var connection = idle == null ? STACK.superuser().connect(DATABASE) : idle;
            try (var statement = connection.prepareStatement(inSchema(sql))) {
                for (int number = 0; number < values.length; number++) {
                    statement.setObject(number + 1, values[number]);
                }
                statement.execute();
                var told = outcome.of(statement);
                IDLE.push(connection);
                return told;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private String inSchema(String sql) {
        return sql.replace("pharmacy.", pharmacy.schema() + ".");
    }
}
