package dev.firstfill.bench.ceiling;

import dev.firstfill.bench.platform.PatientRow;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;

/** Answers {@code GET /<place of a schema>/<id of a patient>} with the patient's row. */
final class RowServer extends AbstractVerticle {

    private final int port;
    private final PgConnectOptions database;
    private final int connections;
    private final int answerBytes;
    private final List<String> schemas;
    private List<PreparedQuery<RowSet<Row>>> queries = List.of();

    RowServer(int port, PgConnectOptions database, int connections, int answerBytes, List<String> schemas) {
        this.port = port;
        this.database = database;
        this.connections = connections;
        this.answerBytes = answerBytes;
        this.schemas = schemas;
    }

    @Override
    public void start(Promise<Void> started) {
        SqlClient client = PgBuilder.client()
                .using(vertx)
                .connectingTo(new PgConnectOptions(database))
                .with(new PoolOptions().setMaxSize(connections).setShared(false))
                .build();
        queries = schemas.stream()
                .map(schema -> client.preparedQuery(PatientRow.select(schema, "$1")))
                .toList();
        vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(port, "127.0.0.1")
                .<Void>mapEmpty()
                .onComplete(started);
    }

    private void answer(HttpServerRequest request) {
        var path = request.path();
        int slash = path.indexOf('/', 1);
        var query = queries.get(Integer.parseInt(path, 1, slash, 10));
        query.execute(Tuple.of(UUID.fromString(path.substring(slash + 1))))
                .map(rows -> body(rows.iterator().next()))
                .onSuccess(body -> request.response()
                        .putHeader("Content-Type", "application/json")
                        .end(body))
                .onFailure(failure -> request.response().setStatusCode(500).end(failure.toString()));
    }

    /** As long as ours: the record in Base64, cut or filled up. */
    private Buffer body(Row row) {
        var json = new JsonObject()
                .put("id", row.getUUID("id").toString())
                .put("number", "P" + row.getLong("number"))
                .put("version", row.getInteger("version"))
                .put("createdAt", row.getOffsetDateTime("created_at").toString())
                .put("updatedAt", row.getOffsetDateTime("updated_at").toString())
                .put("record", row.getBuffer("record"));
        var body = json.toBuffer();
        if (body.length() > answerBytes) {
            return body.slice(0, answerBytes - 2).copy().appendString("\"}");
        }
        return body.appendString(" ".repeat(answerBytes - body.length()));
    }
}
