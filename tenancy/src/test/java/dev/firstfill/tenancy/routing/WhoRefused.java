package dev.firstfill.tenancy.routing;

import dev.firstfill.tenancy.OnePlatform;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.sql.SQLException;

/** Finds out who stopped a piece of work, since each of the two keys must hold without the other. */
final class WhoRefused {
    static final String DOOR = "the door";
    static final String CLOSED_SESSION = "the closed session";
    static final String CLOSED_CONNECTION = "the closed connection";
    static final String NO_CONNECTION_FREE = "the pool";
    static final String INSUFFICIENT_PRIVILEGE = "PostgreSQL 42501";
    static final String UNDEFINED_TABLE = "PostgreSQL 42P01";

    private WhoRefused() {}

    static String of(Uni<?> work) {
        try {
            return "nobody, it answered " + OnePlatform.await(work);
        } catch (RuntimeException failure) {
            return by(failure);
        }
    }

    static String by(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            var who = one(cause);
            if (who != null) {
                return who;
            }
        }
        throw new AssertionError("Neither PostgreSQL nor the door", failure);
    }

    private static String one(Throwable cause) {
        return switch (cause) {
            case RoutingFault fault -> DOOR;
            case PgException refused -> "PostgreSQL " + refused.getSqlState();
            case SQLException refused -> "PostgreSQL " + refused.getSQLState();
            case ClosedConnectionException closed -> CLOSED_CONNECTION;
            case IOException broken -> CLOSED_CONNECTION;
            case DatabaseBusy busy -> NO_CONNECTION_FREE;
            case IllegalStateException closed when closed.getMessage().contains("is closed") -> CLOSED_SESSION;
            default -> isClosedConnection(String.valueOf(cause.getMessage())) ? CLOSED_CONNECTION : null;
        };
    }

    /** The driver says so by message alone. */
    private static boolean isClosedConnection(String message) {
        return message.endsWith("Connection is not active now, current status: CLOSED")
                || message.contains("the underlying connection might get lost unexpectedly");
    }
}
