package dev.firstfill.tenancy.routing;

import dev.firstfill.tenancy.catalogue.Tenant;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.util.Map;

/** One pool of bare connections per database node; the catalogue says on which node a tenant lies. */
final class NodePools {
    /**
     * When a connection breaks, its user hears of it before the pool does, and the pool lends it once more: to another
     * tenant, whose request would fail for what it has no part in. When the server itself went down they all break;
     * then trying on would only put off the answer.
     */
    private static final int DEAD_IN_A_ROW_MAX = 3;

    private final Map<String, Pool> poolsByNode;

    NodePools(Map<String, Pool> poolsByNode) {
        this.poolsByNode = Map.copyOf(poolsByNode);
    }

    Future<NodeConnection> borrow(Tenant tenant) {
        var pool = poolsByNode.get(tenant.node());
        if (pool == null) {
            return Future.failedFuture(new RoutingFault("The catalogue names a node that is not configured."));
        }
        return borrow(pool, DEAD_IN_A_ROW_MAX)
                .recover(failure -> Future.failedFuture(isNoneFree(failure) ? new DatabaseBusy() : failure));
    }

    private static Future<NodeConnection> borrow(Pool pool, int patience) {
        return pool.getConnection()
                .map((SqlConnection connection) -> new NodeConnection(connection))
                .compose(connection -> connection.isOpen() || patience == 0
                        ? Future.succeededFuture(connection)
                        : connection.discard().compose(gone -> borrow(pool, patience - 1)));
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
