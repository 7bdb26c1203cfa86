package dev.firstfill.tenancy.routing;

import dev.firstfill.tenancy.catalogue.Tenant;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.util.Map;

/** One pool of bare connections per database node; the catalogue says on which node a tenant lies. */
final class NodePools {
    private final Map<String, Pool> poolsByNode;

    NodePools(Map<String, Pool> poolsByNode) {
        this.poolsByNode = Map.copyOf(poolsByNode);
    }

    Future<NodeConnection> borrow(Tenant tenant) {
        var pool = poolsByNode.get(tenant.node());
        if (pool == null) {
            return Future.failedFuture(new RoutingFault("The catalogue names a node that is not configured."));
        }
        return pool.getConnection()
                .map((SqlConnection connection) -> new NodeConnection(connection))
                .recover(failure -> Future.failedFuture(isNoneFree(failure) ? new DatabaseBusy() : failure));
    }

    /** The pool says so by message alone: it waited in vain, or so many wait that one more is not let in. */
    private static boolean isNoneFree(Throwable failure) {
        var message = String.valueOf(failure.getMessage());
        return message.equals("Timeout") || message.startsWith("Connection pool reached max wait queue size");
    }

    Future<Void> answer() {
        return Future.all(poolsByNode.values().stream()
                        .map(pool -> pool.query("select 1").execute())
                        .toList())
                .mapEmpty();
    }

    int size() {
        return poolsByNode.values().stream().mapToInt(Pool::size).sum();
    }

    Future<Void> close() {
        return Future.join(poolsByNode.values().stream().map(Pool::close).toList())
                .mapEmpty();
    }
}
