package dev.firstfill.tenancy.door;

import dev.firstfill.tenancy.routing.Statement;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.mutiny.impl.MutinyStatelessSessionImpl;
import org.hibernate.reactive.pool.ReactiveConnection;

/**
 * The door's own statements on the connection of a session. Each is sent when it is given, so that several given
 * together share a round trip; the returned Unis only wait.
 */
final class SessionStatements {
    private final ReactiveConnection connection;

    /** Hibernate's own type is the only way to its connection: its native queries cannot carry arrays. */
    SessionStatements(Mutiny.Session session) {
        this.connection = ((MutinySessionImpl) session).getReactiveConnection();
    }

    SessionStatements(Mutiny.StatelessSession session) {
        this.connection = ((MutinyStatelessSessionImpl) session).getReactiveConnection();
    }

    Uni<Integer> update(Statement statement) {
        return waitFor(connection.update(statement.sql(), statement.values().toArray()));
    }

    Uni<List<Object[]>> select(Statement statement) {
        return waitFor(connection.select(statement.sql(), statement.values().toArray()))
                .map(SessionStatements::rows);
    }

    private static <T> Uni<T> waitFor(CompletionStage<T> sent) {
        return Uni.createFrom().completionStage(sent);
    }

    private static List<Object[]> rows(ReactiveConnection.Result result) {
        var rows = new ArrayList<Object[]>();
        result.forEachRemaining(rows::add);
        return rows;
    }
}
