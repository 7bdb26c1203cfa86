package dev.firstfill.tenancy.catalogue;

import io.vertx.pgclient.PgConnectOptions;
import java.time.Duration;

/** A database server that holds some of the pharmacies. */
public record Node(String name, String host, int port, String database, DatabaseTls tls) {

    /** The node of an installation that has one; it also holds the catalogue. */
    public static final String MAIN = "main";

    /** A server that does not answer within this is down for the purposes of whoever waits. */
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /**
     * Every statement of ours has a shorter time-out on the server. Silence for longer than this means that the server
     * or the way to it is gone without a word; the connection is closed, and whoever waits on it learns of it.
     */
    private static final Duration SILENCE_TIMEOUT = Duration.ofMinutes(15);

    public PgConnectOptions connectAs(Login login) {
        var options = new PgConnectOptions()
                .setHost(host)
                .setPort(port)
                .setDatabase(database)
                .setUser(login.user())
                .setPassword(login.password())
                .addProperty("application_name", "firstfill")
                // Notices such as "already exists, skipping" are what was asked for, not news for a log.
                .addProperty("client_min_messages", "warning");
        options.setIdleTimeout((int) SILENCE_TIMEOUT.toSeconds());
        options.setConnectTimeout((int) CONNECT_TIMEOUT.toMillis());
        return tls.appliedTo(options);
    }

    /** Where it is, for people. */
    public String address() {
        return "%s:%d/%s".formatted(host, port, database);
    }
}
