package dev.firstfill.tenancy.routing;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.sqlclient.Pool;
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

/** A query asked of the pool itself: borrows a connection, runs once, gives it back whatever came of it. */
final class BorrowingQuery {
    private BorrowingQuery() {}

    static Query<RowSet<Row>> of(Pool pool, Function<SqlConnection, Query<RowSet<Row>>> query) {
        return new Plain<>(pool, query);
    }

    static PreparedQuery<RowSet<Row>> ofPrepared(Pool pool, Function<SqlConnection, PreparedQuery<RowSet<Row>>> query) {
        return new Prepared<>(pool, query);
    }

    private static <T> Future<T> borrowing(Pool pool, Function<SqlConnection, Future<T>> work) {
        return pool.getConnection().compose(connection -> {
            Future<T> answer;
            try {
                answer = work.apply(connection);
            } catch (RuntimeException refused) {
                answer = Future.failedFuture(refused);
            }
            return answer.eventually(() -> connection.close());
        });
    }

    private record Plain<T>(Pool pool, Function<SqlConnection, Query<T>> query) implements Query<T> {
        @Override
        public Future<T> execute() {
            return borrowing(pool, connection -> query.apply(connection).execute());
        }

        @Override
        public void execute(Handler<AsyncResult<T>> handler) {
            execute().onComplete(handler);
        }

        @Override
        public <R> Query<SqlResult<R>> collecting(Collector<Row, ?, R> collector) {
            return new Plain<>(pool, connection -> query.apply(connection).collecting(collector));
        }

        @Override
        public <U> Query<RowSet<U>> mapping(Function<Row, U> mapper) {
            return new Plain<>(pool, connection -> query.apply(connection).mapping(mapper));
        }
    }

    private record Prepared<T>(Pool pool, Function<SqlConnection, PreparedQuery<T>> query) implements PreparedQuery<T> {
        @Override
        public Future<T> execute() {
            return borrowing(pool, connection -> query.apply(connection).execute());
        }

        @Override
        public Future<T> execute(Tuple tuple) {
            return borrowing(pool, connection -> query.apply(connection).execute(tuple));
        }

        @Override
        public Future<T> executeBatch(List<Tuple> batch) {
            return borrowing(pool, connection -> query.apply(connection).executeBatch(batch));
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
            return new Prepared<>(pool, connection -> query.apply(connection).collecting(collector));
        }

        @Override
        public <U> PreparedQuery<RowSet<U>> mapping(Function<Row, U> mapper) {
            return new Prepared<>(pool, connection -> query.apply(connection).mapping(mapper));
        }
    }
}
