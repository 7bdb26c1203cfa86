package dev.firstfill.tenancy.routing;

import dev.firstfill.tenancy.catalogue.Tenant;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgNotice;
import io.vertx.pgclient.PgNotification;
import io.vertx.sqlclient.PrepareOptions;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.PreparedStatement;
import io.vertx.sqlclient.Query;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.spi.DatabaseMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A connection that serves one tenant from being borrowed until it is given back. Writes the tenant's schema into each
 * statement, and refuses to work for anybody else or after it was given back.
 */
final class TwoKeyConnection implements PgConnection {
    private final NodeConnection borrowed;
    private final PgConnection connection;
    private final Tenant tenant;
    private final SchemaNames names;
    private volatile @Nullable AheadTransaction open;
    private volatile boolean givenBack;

    TwoKeyConnection(NodeConnection borrowed, Tenant tenant, SchemaNames names) {
        this.borrowed = borrowed;
        this.connection = borrowed.connection();
        this.tenant = tenant;
        this.names = names;
    }

    /**
     * The driver would run a statement even on a connection that has gone back to the pool and serves somebody else by
     * now. PostgreSQL would refuse it, but it would also break that other transaction.
     */
    private PgConnection mine() {
        if (givenBack) {
            throw new RoutingFault("This connection was given back to the pool.");
        }
        if (!CurrentTenant.require().id().equals(tenant.id())) {
            throw new RoutingFault("This connection was borrowed for another tenant.");
        }
        return connection;
    }

    /** Fails and never throws: the driver gives a connection back after a failure, and not after an exception. */
    private <T> Future<T> lend(Function<SqlConnection, Future<T>> work) {
        try {
            return work.apply(mine());
        } catch (RuntimeException refused) {
            return Future.failedFuture(refused);
        }
    }

    private String named(String sql) {
        return names.in(tenant.schema(), sql);
    }

    /** Within a transaction, if one is open; whoever asks is looked at now, also when the statement has to wait. */
    private LentQuery.Lender lenderOf(String sql) {
        return new LentQuery.Lender() {
            @Override
            public <T> Future<T> lend(Function<SqlConnection, Future<T>> work) {
                return TwoKeyConnection.this.lend(connection -> {
                    var transaction = open;
                    return transaction == null
                            ? work.apply(connection)
                            : transaction.with(sql, () -> work.apply(connection));
                });
            }
        };
    }

    @Override
    public Query<RowSet<Row>> query(String sql) {
        return LentQuery.of(lenderOf(sql), lent -> lent.query(named(sql)));
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql) {
        return LentQuery.ofPrepared(lenderOf(sql), lent -> lent.preparedQuery(named(sql)));
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql, PrepareOptions options) {
        return LentQuery.ofPrepared(lenderOf(sql), lent -> lent.preparedQuery(named(sql), options));
    }

    /** A statement that fails spoils those behind it, and the commit at the end becomes a rollback. */
    Future<RowSet<Row>> atOnce(List<Statement> statements) {
        try {
            var mine = mine();
            var queries = statements.stream()
                    .map(statement -> mine.preparedQuery(named(statement.sql())))
                    .toList();
            var begun = mine.query("begin").execute();
            var answers = new ArrayList<Future<RowSet<Row>>>();
            for (int number = 0; number < queries.size(); number++) {
                answers.add(queries.get(number).execute(statements.get(number).tuple()));
            }
            var ended = mine.query("commit").execute();
            return Future.join(begun, Future.join(answers), ended)
                    .compose(committed -> answers.get(answers.size() - 1));
        } catch (RuntimeException refused) {
            return Future.failedFuture(refused);
        }
    }

    /** One in hand would know neither tenant nor giving back; the driver prepares and keeps what is asked often. */
    @Override
    public Future<PreparedStatement> prepare(String sql) {
        return Future.failedFuture(new RoutingFault("A prepared statement is not handed out; use preparedQuery."));
    }

    @Override
    public Future<PreparedStatement> prepare(String sql, PrepareOptions options) {
        return prepare(sql);
    }

    @Override
    public PgConnection prepare(String sql, Handler<AsyncResult<PreparedStatement>> handler) {
        prepare(sql).onComplete(handler);
        return this;
    }

    @Override
    public PgConnection prepare(String sql, PrepareOptions options, Handler<AsyncResult<PreparedStatement>> handler) {
        prepare(sql, options).onComplete(handler);
        return this;
    }

    @Override
    public Future<Transaction> begin() {
        if (open != null) {
            return Future.failedFuture(new RoutingFault("A transaction is open on this connection."));
        }
        try {
            var begun = new AheadTransaction(mine(), () -> open = null);
            open = begun;
            return Future.succeededFuture(begun);
        } catch (RuntimeException refused) {
            return Future.failedFuture(refused);
        }
    }

    @Override
    public void begin(Handler<AsyncResult<Transaction>> handler) {
        begin().onComplete(handler);
    }

    @Override
    public @Nullable Transaction transaction() {
        return open;
    }

    /** With a transaction still open it would bring that one to the next who borrows it. */
    @Override
    public Future<Void> close() {
        if (givenBack) {
            return Future.succeededFuture();
        }
        givenBack = true;
        var left = open;
        return left == null
                ? borrowed.giveBack()
                : left.rollback().recover(failure -> borrowed.shut()).eventually(borrowed::giveBack);
    }

    @Override
    public void close(Handler<AsyncResult<Void>> handler) {
        close().onComplete(handler);
    }

    /** It travels on a way of its own, and may arrive when the connection serves the next tenant. */
    @Override
    public Future<Void> cancelRequest() {
        return Future.failedFuture(new RoutingFault("A statement ends by its time-out; the connection is shared."));
    }

    @Override
    public PgConnection cancelRequest(Handler<AsyncResult<Void>> handler) {
        cancelRequest().onComplete(handler);
        return this;
    }

    @Override
    public PgConnection notificationHandler(Handler<PgNotification> handler) {
        throw new RoutingFault("Notifications belong to the control plane: a tenant's connection is shared.");
    }

    @Override
    public PgConnection noticeHandler(Handler<PgNotice> handler) {
        connection.noticeHandler(handler);
        return this;
    }

    @Override
    public PgConnection exceptionHandler(Handler<Throwable> handler) {
        connection.exceptionHandler(handler);
        return this;
    }

    @Override
    public PgConnection closeHandler(Handler<Void> handler) {
        connection.closeHandler(handler);
        return this;
    }

    @Override
    public int processId() {
        return connection.processId();
    }

    @Override
    public int secretKey() {
        return connection.secretKey();
    }

    @Override
    public boolean isSSL() {
        return connection.isSSL();
    }

    @Override
    public DatabaseMetadata databaseMetadata() {
        return connection.databaseMetadata();
    }
}
