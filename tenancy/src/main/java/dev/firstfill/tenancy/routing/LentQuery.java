package dev.firstfill.tenancy.routing;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Query;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.SqlResult;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collector;

/**
 * A query that gets its connection when it is executed, not when it is made: whoever keeps it for later is asked
 * again for whom they work. What forbids it is its answer; nothing is thrown at those who only expect answers.
 */
final class LentQuery {
    private LentQuery() {}

    /** Lends a connection for one piece of work. */
    @FunctionalInterface
    interface Lender {
        <T> Future<T> lend(Function<SqlConnection, Future<T>> work);
    }

    static Query<RowSet<Row>> of(Lender lender, Function<SqlConnection, Query<RowSet<Row>>> query) {
        return new Plain<>(lender, query);
    }

    static PreparedQuery<RowSet<Row>> ofPrepared(
            Lender lender, Function<SqlConnection, PreparedQuery<RowSet<Row>>> query) {
        return new Prepared<>(lender, query);
    }

    private record Plain<T>(Lender lender, Function<SqlConnection, Query<T>> query) implements Query<T> {
        @Override
        public Future<T> execute() {
            return lender.lend(connection -> query.apply(connection).execute());
        }

        @Override
        public void execute(Handler<AsyncResult<T>> handler) {
            execute().onComplete(handler);
        }

        @Override
        public <R> Query<SqlResult<R>> collecting(Collector<Row, ?, R> collector) {
            return new Plain<>(lender, connection -> query.apply(connection).collecting(collector));
        }

        @Override
        public <U> Query<RowSet<U>> mapping(Function<Row, U> mapper) {
            return new Plain<>(lender, connection -> query.apply(connection).mapping(mapper));
        }
    }

    private record Prepared<T>(Lender lender, Function<SqlConnection, PreparedQuery<T>> query)
            implements PreparedQuery<T> {
        @Override
        public Future<T> execute() {
            return lender.lend(connection -> query.apply(connection).execute());
        }

        @Override
        public Future<T> execute(Tuple tuple) {
            return lender.lend(connection -> query.apply(connection).execute(tuple));
        }

        @Override
        public Future<T> executeBatch(List<Tuple> batch) {
            return lender.lend(connection -> query.apply(connection).executeBatch(batch));
        }

        @Override
        public void execute(Handler<AsyncResult<T>> handler) {
            execute().onComplete(handler);
        }

        @Override
        public void execute(Tuple tuple, Handler<AsyncResult<T>> handler) {
            execute(tuple).onComplete(handler);
        }

        @Override
        public void executeBatch(List<Tuple> batch, Handler<AsyncResult<T>> handler) {
            executeBatch(batch).onComplete(handler);
        }

        @Override
        public <R> PreparedQuery<SqlResult<R>> collecting(Collector<Row, ?, R> collector) {
            return new Prepared<>(lender, connection -> query.apply(connection).collecting(collector));
        }

        @Override
        public <U> PreparedQuery<RowSet<U>> mapping(Function<Row, U> mapper) {
            return new Prepared<>(lender, connection -> query.apply(connection).mapping(mapper));
        }
    }
}
