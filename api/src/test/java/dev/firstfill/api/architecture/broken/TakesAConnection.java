package dev.firstfill.api.architecture.broken;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;

/** Asks the database without the door's leave. */
final class TakesAConnection {
    Future<Integer> count(Pool pool) {
        return pool.query("select 1").execute().map(rows -> rows.size());
    }
}
