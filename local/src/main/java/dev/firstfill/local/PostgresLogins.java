package dev.firstfill.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The database of the pharmacies and the three logins that the platform uses, as tenancy defines them. */
record PostgresLogins(String app, String control, String owner) {

    private static final String SCRIPT = "tenancy/src/main/resources/db/cluster/logins.sql";

    static PostgresLogins of(Secrets secrets) throws IOException {
        return new PostgresLogins(
                secrets.of("postgres.app"), secrets.of("postgres.control"), secrets.of("postgres.owner"));
    }

    void ensureIn(Superuser superuser, Path root) throws SQLException, IOException {
        try (var connection = superuser.connect("postgres");
                var statement = connection.createStatement()) {
            if (isMissing(statement, "select 1 from pg_database where datname = '" + Postgres.DATABASE + "'")) {
                statement.execute("create database " + Postgres.DATABASE);
            }
        }
        try (var connection = superuser.connect(Postgres.DATABASE)) {
            // All or nothing, so that a crash halfway is followed by another whole attempt.
            connection.setAutoCommit(false);
            ensureLogins(connection, Files.readString(root.resolve(SCRIPT)));
            connection.commit();
        }
    }

    private void ensureLogins(Connection connection, String script) throws SQLException {
        try (var statement = connection.createStatement()) {
            if (isMissing(statement, "select 1 from pg_roles where rolname = 'firstfill_app'")) {
                statement.execute(script);
            }
            // Our secrets are hexadecimal, so they need no quoting; role names and passwords cannot be parameters.
            statement.execute("alter role firstfill_app password '" + app + "'");
            statement.execute("alter role firstfill_control password '" + control + "'");
            statement.execute("alter role firstfill_owner password '" + owner + "'");
        }
    }

    private static boolean isMissing(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }

    /** Never shows a password. */
    @Override
    public String toString() {
        return "PostgresLogins";
    }
}
