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

    /** One more than a share has connections: the last is a new one, and who refuses a role to that means it. */
    private static final int REFUSED_IN_A_ROW_MAX = TwoKeyPoolCreator.SHARE;

    private final Map<String, Shares> sharesByNode;

    NodePools(Map<String, Shares> sharesByNode) {
        this.sharesByNode = Map.copyOf(sharesByNode);
    }

    /** @return a connection that has the tenant's role, or has been told to take it; nothing else was sent on it */
    Future<NodeConnection> borrow(Tenant tenant) {
        var shares = sharesByNode.get(tenant.node());
        if (shares == null) {
            return Future.failedFuture(new RoutingFault("The catalogue names a node that is not configured."));
        }
        return shares.take(tenant.id())
                .compose(share -> as(
                                tenant.role(), shares.pool(share), () -> shares.giveBack(share), REFUSED_IN_A_ROW_MAX)
                        .onFailure(failure -> shares.giveBack(share)))
                .recover(failure -> Future.failedFuture(isNoneFree(failure) ? new DatabaseBusy() : failure));
    }

    private static Future<NodeConnection> as(String role, Pool pool, Runnable givenBack, int patience) {
        return open(pool, givenBack, DEAD_IN_A_ROW_MAX)
                .compose(connection -> connection.become(role).map(connection).recover(refused -> connection
                        .discard()
                        .compose(gone -> patience == 0
                                ? Future.failedFuture(refused)
                                : as(role, pool, givenBack, patience - 1))));
    }

    private static Future<NodeConnection> open(Pool pool, Runnable givenBack, int patience) {
        return pool.getConnection()
                .map((SqlConnection connection) -> new NodeConnection(connection, givenBack))
                .compose(connection -> connection.isOpen() || patience == 0
                        ? Future.succeededFuture(connection)
                        : connection.discard().compose(gone -> open(pool, givenBack, patience - 1)));
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
