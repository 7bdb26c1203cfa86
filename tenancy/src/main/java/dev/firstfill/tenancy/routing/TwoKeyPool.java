package dev.firstfill.tenancy.routing;

import dev.firstfill.tenancy.catalogue.Tenant;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgPool;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PrepareOptions;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Query;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The pool that Hibernate Reactive and everybody else gets. Lends connections for the tenant of the current context,
 * from the node that holds it, with both keys turned; without a tenant it lends nothing.
 *
 * <p>It is a {@code PgPool}, deprecated as that type is, because Quarkus casts the data source to it.
 */
@SuppressWarnings("deprecation")
public final class TwoKeyPool implements PgPool {
    private final NodePools nodes;
    private final NodePools reserved;
    private final SchemaNames names = new SchemaNames();

    /** @param reserved for {@link #atOnce}, so that what must be recorded never waits behind those who want to read */
    TwoKeyPool(NodePools nodes, NodePools reserved) {
        this.nodes = nodes;
        this.reserved = reserved;
    }

    /**
     * For a command, which has a few connections of its own and nobody to keep some of them from.
     *
     * @param bareByNode connections of the login firstfill_app, {@code each} to a node
     */
    public static TwoKeyPool over(Vertx vertx, Map<String, Pool> bareByNode, int each) {
        var nodes = new NodePools(bareByNode.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, node -> undivided(vertx, node.getValue(), each))));
        return new TwoKeyPool(nodes, nodes);
    }

    static Shares undivided(Vertx vertx, Pool pool, int connections) {
        return new Shares(
                vertx,
                List.of(new Shares.Share(pool, connections)),
                TwoKeyPoolCreator.WAITING_MAX,
                Duration.ofSeconds(TwoKeyPoolCreator.BORROW_TIMEOUT_SECONDS));
    }

    @Override
    public Future<SqlConnection> getConnection() {
        return lend(nodes).map(connection -> connection);
    }

    private Future<TwoKeyConnection> lend(NodePools pools) {
        Tenant tenant;
        try {
            tenant = CurrentTenant.require();
        } catch (RoutingFault nobody) {
            return Future.failedFuture(nobody);
        }
        return pools.borrow(tenant).map(borrowed -> new TwoKeyConnection(borrowed, tenant, names));
    }

    @Override
    public void getConnection(Handler<AsyncResult<SqlConnection>> handler) {
        getConnection().onComplete(handler);
    }

    /**
     * The driver's own would keep the connection for ever if {@code work} threw instead of failing, and a pool of
     * twenty would be used up by twenty mistakes.
     */
    @Override
    public <T> Future<T> withConnection(Function<SqlConnection, Future<T>> work) {
        return getConnection().compose(connection -> Future.<Void>succeededFuture()
                .compose(ready -> work.apply(connection))
                .eventually(() -> connection.close()));
    }

    @Override
    public Query<RowSet<Row>> query(String sql) {
        return LentQuery.of(this::withConnection, connection -> connection.query(sql));
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql) {
        return LentQuery.ofPrepared(this::withConnection, connection -> connection.preparedQuery(sql));
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql, PrepareOptions options) {
        return LentQuery.ofPrepared(this::withConnection, connection -> connection.preparedQuery(sql, options));
    }

    @Override
    public PgPool connectHandler(Handler<SqlConnection> handler) {
        throw new UnsupportedOperationException("A bare connection is not handed out: it has no tenant.");
    }

    @Override
    public PgPool connectionProvider(Function<Context, Future<SqlConnection>> provider) {
        throw new UnsupportedOperationException("Connections come from the nodes the catalogue names.");
    }

    /**
     * Several statements in one transaction of their own, all sent before the first is answered: one round trip, on a
     * connection that is kept for this.
     *
     * @return the answer to the last of them, once it is committed
     */
    public Future<RowSet<Row>> atOnce(List<Statement> statements) {
        return lend(reserved)
                .compose(connection -> connection.atOnce(statements).eventually(() -> connection.close()));
    }

    /** Completes when every node has answered; sends nothing that could touch a tenant's data. */
    public Future<Void> nodesAnswer() {
        return nodes.answer();
    }

    @Override
    public int size() {
        return nodes.size();
    }

    @Override
    public Future<Void> close() {
        return Future.join(nodes.close(), reserved.close()).mapEmpty();
    }

    @Override
    public void close(Handler<AsyncResult<Void>> handler) {
        close().onComplete(handler);
    }
}
