package dev.firstfill.api.testing;

import dev.firstfill.local.LocalStack;
import dev.firstfill.tenancy.catalogue.Tenant;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A pharmacy's tables as somebody sees and changes them who has the database and none of the platform's manners. */
public final class Tables {
    private static final String DATABASE = "firstfill";

    private final Tenant pharmacy;

    private Tables(Tenant pharmacy) {
        this.pharmacy = pharmacy;
    }

    public static Tables of(Tenant pharmacy) {
        return new Tables(pharmacy);
    }

    /** @param sql written against the schema {@code pharmacy}; values take the place of its question marks */
    public void run(String sql, Object... values) {
        try (var connection = connection();
                var statement = connection.prepareStatement(inSchema(sql))) {
            for (int number = 0; number < values.length; number++) {
                statement.setObject(number + 1, values[number]);
            }
            statement.execute();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public List<Map<String, Object>> rows(String sql, Object... values) {
        try (var connection = connection();
                var statement = connection.prepareStatement(inSchema(sql))) {
            for (int number = 0; number < values.length; number++) {
                statement.setObject(number + 1, values[number]);
            }
            try (var result = statement.executeQuery()) {
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
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public Map<String, Object> row(String sql, Object... values) {
        var rows = rows(sql, values);
        if (rows.size() != 1) {
            throw new AssertionError("One row was expected, and there are " + rows.size() + ": " + sql);
        }
        return rows.get(0);
    }

    private String inSchema(String sql) {
        return sql.replace("pharmacy.", pharmacy.schema() + ".");
    }

    private static Connection connection() throws SQLException {
        return LocalStack.named(RealStack.NAME).start().superuser().connect(DATABASE);
    }
}
