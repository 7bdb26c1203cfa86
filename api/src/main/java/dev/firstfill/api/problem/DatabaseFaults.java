package dev.firstfill.api.problem;

import com.fasterxml.jackson.core.JacksonException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a database that cannot serve from a mistake of ours. Codes are PostgreSQL's SQLSTATEs (its appendix A). */
final class DatabaseFaults {
    // query_canceled (statement time-out), lock_not_available, deadlock_detected, serialization_failure
    private static final Set<String> BUSY = Set.of("57014", "55P03", "40P01", "40001");
    // connection exceptions, insufficient resources (too many connections, disk full), operator intervention
    private static final Set<String> UNAVAILABLE_CLASSES = Set.of("08", "53", "57");
    private static final int CLASS_LENGTH = 2;
    private static final int CAUSES_MAX = 20;

    private DatabaseFaults() {}

    static Optional<ProblemType> of(Throwable failure) {
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < CAUSES_MAX; cause = cause.getCause(), depth++) {
            var type = one(cause);
            if (type != null) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    private static @Nullable ProblemType one(Throwable cause) {
        return switch (cause) {
            case PgException refused -> bySqlState(refused.getSqlState());
            case SQLException refused -> bySqlState(refused.getSQLState());
            case ClosedConnectionException closed -> ProblemType.DATABASE_UNAVAILABLE;
            // Jackson's is an IOException too, and a mistake of ours.
            case JacksonException ours -> null;
            case IOException unreachable -> ProblemType.DATABASE_UNAVAILABLE;
            default -> ofBrokenConnection(cause);
        };
    }

    private static @Nullable ProblemType bySqlState(@Nullable String state) {
        if (state == null) {
            return null;
        }
        if (BUSY.contains(state)) {
            return ProblemType.DATABASE_BUSY;
        }
        return UNAVAILABLE_CLASSES.contains(state.substring(0, CLASS_LENGTH)) ? ProblemType.DATABASE_UNAVAILABLE : null;
    }

    /** The driver names a connection that broke under a statement only by its message. */
    private static @Nullable ProblemType ofBrokenConnection(Throwable cause) {
        var message = String.valueOf(cause.getMessage());
        return message.contains("connection has been closed") || message.contains("Connection is not active now")
                ? ProblemType.DATABASE_UNAVAILABLE
                : null;
    }
}
