package dev.firstfill.tenancy.routing;

import dev.firstfill.tenancy.catalogue.Tenant;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.util.Map;

/** The bare connections to each database node; the catalogue says on which node a tenant lies. */
final class NodePools {
    /**
     * When a connection breaks, its user hears of it before the pool does, and the pool lends it once more: to another
     * tenant, whose request would fail for what it has no part in. When the server itself went down they all break;
     * then trying on would only put off the answer.
     */
    private static final int DEAD_IN_A_ROW_MAX = 3;

    private final Map<String, Shares> sharesByNode;

    NodePools(Map<String, Shares> sharesByNode) {
        this.sharesByNode = Map.copyOf(sharesByNode);
    }

    Future<NodeConnection> borrow(Tenant tenant) {
        var shares = sharesByNode.get(tenant.node());
        if (shares == null) {
            return Future.failedFuture(new RoutingFault("The catalogue names a node that is not configured."));
        }
        return shares.take(tenant.id())
                .compose(share -> borrow(shares.pool(share), () -> shares.giveBack(share), DEAD_IN_A_ROW_MAX)
                        .onFailure(failure -> shares.giveBack(share)))
                .recover(failure -> Future.failedFuture(isNoneFree(failure) ? new DatabaseBusy() : failure));
    }

    private static Future<NodeConnection> borrow(Pool pool, Runnable givenBack, int patience) {
        return pool.getConnection()
                .map((SqlConnection connection) -> new NodeConnection(connection, givenBack))
                .compose(connection -> connection.isOpen() || patience == 0
                        ? Future.succeededFuture(connection)
                        : connection.discard().compose(gone -> borrow(pool, givenBack, patience - 1)));
    }

    /** The pool says so by message alone: it waited in vain, or so many wait that one more is not let in. */
    private static boolean isNoneFree(Throwable failure) {
        var message = String.valueOf(failure.getMessage());
        return message.equals("Timeout") || message.startsWith("Connection pool reached max wait queue size");
    }

    Future<Void> answer() {
        return Future.all(sharesByNode.values().stream().map(Shares::answer).toList())
                .mapEmpty();
    }

    int size() {
        return sharesByNode.values().stream().mapToInt(Shares::size).sum();
    }

    Future<Void> close() {
        return Future.join(sharesByNode.values().stream().map(Shares::close).toList())
                .mapEmpty();
    }
}
