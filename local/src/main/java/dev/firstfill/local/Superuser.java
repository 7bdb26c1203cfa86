package dev.firstfill.local;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * PostgreSQL's all-powerful login, for tests that break things on purpose.
 *
 * @param host where the server listens
 * @param port where the server listens
 * @param user its name
 * @param password its password
 */
public record Superuser(String host, int port, String user, String password) {

    /** Local servers answer in milliseconds; who does not within two seconds will not. */
    private static final String CONNECT_LIMIT_S = "2";

    public Connection connect(String database) throws SQLException {
        var settings = new Properties();
        settings.setProperty("user", user);
        settings.setProperty("password", password);
        settings.setProperty("connectTimeout", CONNECT_LIMIT_S);
        // On this machine there is nothing to encrypt for, and what a benchmark compares with would pay for it.
        settings.setProperty("sslmode", "disable");
        settings.setProperty("ApplicationName", "firstfill-local");
        // Not by DriverManager: Quarkus removes all drivers from it whenever a test's program ends, and a server that
        // then seems not to answer would be swept and started anew under the tests that use it.
        return new Driver().connect("jdbc:postgresql://%s:%d/%s".formatted(host, port, database), settings);
    }

    /** Whether the server answers and knows this password. */
    boolean isAdmitted() {
        try (var connection = connect("postgres")) {
            return connection.isValid(Integer.parseInt(CONNECT_LIMIT_S));
        } catch (SQLException refusedOrNotYet) {
            return false;
        }
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return user + "@" + host + ":" + port;
    }
}
