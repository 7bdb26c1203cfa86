package dev.firstfill.tenancy.catalogue;

import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;

/**
 * Reads one pharmacy through its own role, on one connection, for work that is too long for a request. May block, and
 * belongs on a worker thread.
 */
public final class TenantReading {
    /** A batch of rows comes in milliseconds; the time-out of a single statement on the server is shorter. */
    public static final Duration LONGEST_READ = Duration.ofMinutes(2);

    private final LoginPools app;

    /** @param app connections of the login firstfill_app, which can become the pharmacy's role */
    public TenantReading(LoginPools app) {
        this.app = app;
    }

    /** What is read, and what may go wrong with it. */
    public interface Work<T, E extends Exception> {
        T with(SqlConnection connection) throws E;
    }

    /** All statements see what was there when the first began. */
    public <T, E extends Exception> T inOneSnapshot(Tenant tenant, Work<T, E> work) throws E {
        return reading(tenant, "repeatable read", work);
    }

    /** Each statement sees what is there when it begins, and holds up nobody's cleaning for longer. */
    public <T, E extends Exception> T statementByStatement(Tenant tenant, Work<T, E> work) throws E {
        return reading(tenant, "read committed", work);
    }

    private <T, E extends Exception> T reading(Tenant tenant, String isolation, Work<T, E> work) throws E {
        var connection = app.on(tenant.node()).getConnection().await().atMost(LONGEST_READ);
        try {
            run(connection, "begin transaction isolation level " + isolation + ", read only");
            run(connection, "set local role " + tenant.role());
            return work.with(connection);
        } finally {
            release(connection);
        }
    }

    private static void run(SqlConnection connection, String statement) {
        connection.query(statement).execute().await().atMost(LONGEST_READ);
    }

    /** There is nothing to commit. If even this fails, the connection is gone, and with it the transaction and the role. */
    private static void release(SqlConnection connection) {
        connection
                .query("rollback")
                .execute()
                .onFailure()
                .recoverWithNull()
                .chain(connection::close)
                .await()
                .atMost(LONGEST_READ);
    }
}
