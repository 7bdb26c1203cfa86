package dev.firstfill.tenancy.routing;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.TransactionRollbackException;
import java.util.function.Supplier;

/**
 * A transaction whose ends are sent ahead. The driver's own waits for {@code begin} to be answered before the first
 * statement leaves, and for the last statement before {@code commit} does: two round trips, during the second of which
 * everybody else waits for the locks that it holds. Here what only reads follows {@code begin} at once, and
 * {@code commit} follows the last statement at once.
 *
 * <p>PostgreSQL answers in order, and makes a rollback of the commit of a transaction in which something failed; so when
 * the commit is answered it is known whether anything had failed before, and then the commit has failed, too.
 */
final class AheadTransaction implements Transaction {
    private static final String COMMIT = "commit";
    private static final String ROLLBACK = "rollback";
    private static final String READS = "select ";

    private final SqlConnection connection;
    private final Runnable ended;
    private final Future<Void> begun;
    private final Promise<Void> completion = Promise.promise();
    private volatile boolean heldBack;
    private volatile boolean over;
    private volatile boolean failed;

    /** @param ended is told when nothing more belongs to it */
    AheadTransaction(SqlConnection connection, Runnable ended) {
        this.connection = connection;
        this.ended = ended;
        this.begun = send("begin").onFailure(failure -> failed = true);
    }

    /**
     * A statement within it. Had {@code begin} failed, a statement sent behind it would stand alone and be committed
     * alone; so what may write, and all that comes after it, is sent when it is known that it has not.
     */
    <T> Future<T> with(String sql, Supplier<Future<T>> statement) {
        return answer(sql, statement).onFailure(failure -> failed = true);
    }

    private <T> Future<T> answer(String sql, Supplier<Future<T>> statement) {
        if (!begun.isComplete() && !heldBack && onlyReads(sql)) {
            var answer = statement.get();
            return begun.compose(known -> answer);
        }
        heldBack = true;
        return begun.compose(known -> statement.get());
    }

    /** What changes data begins with another word, or with {@code with}. */
    private static boolean onlyReads(String sql) {
        return sql.stripLeading().regionMatches(true, 0, READS, 0, READS.length());
    }

    @Override
    public Future<Void> commit() {
        return end(failed ? ROLLBACK : COMMIT)
                .compose(answered ->
                        failed ? Future.failedFuture(TransactionRollbackException.INSTANCE) : Future.succeededFuture());
    }

    @Override
    public Future<Void> rollback() {
        return end(ROLLBACK);
    }

    private Future<Void> end(String how) {
        if (over) {
            return Future.failedFuture(new IllegalStateException("The transaction is over."));
        }
        over = true;
        ended.run();
        var answered = heldBack ? begun.transform(either -> send(how)) : send(how);
        answered.onComplete(end -> {
            if (end.failed()) {
                completion.fail(end.cause());
            } else if (failed || how.equals(ROLLBACK)) {
                completion.fail(TransactionRollbackException.INSTANCE);
            } else {
                completion.complete();
            }
        });
        return answered;
    }

    private Future<Void> send(String sql) {
        return connection.query(sql).execute().mapEmpty();
    }

    @Override
    public Future<Void> completion() {
        return completion.future();
    }

    @Override
    public void commit(Handler<AsyncResult<Void>> handler) {
        commit().onComplete(handler);
    }

    @Override
    public void rollback(Handler<AsyncResult<Void>> handler) {
        rollback().onComplete(handler);
    }

    @Override
    public void completion(Handler<AsyncResult<Void>> handler) {
        completion().onComplete(handler);
    }
}
