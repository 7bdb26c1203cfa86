package dev.firstfill.api.replicas;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody outside who is told what happens, and takes everything. */
final class Listener implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final List<JsonObject> told = new CopyOnWriteArrayList<>();
    private final HttpServer server = vertx.createHttpServer().requestHandler(this::hear);

    static Listener listening() {
        var listener = new Listener();
        listener.server
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return listener;
    }

    /** With which a process tells it. */
    Map<String, String> environment() {
        return Map.of(
                "FIRSTFILL_OUTBOX_URL",
                "http://127.0.0.1:%d/events".formatted(server.actualPort()),
                "FIRSTFILL_OUTBOX_SECRET",
                "whsec_" + Base64.getEncoder().encodeToString(new byte[32]));
    }

    private void hear(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            told.add(body.toJsonObject());
            request.response().setStatusCode(204).end();
        });
    }

    /** Ids of the events of one pharmacy, as often as each was told. */
    List<String> told(String slug, String type) {
        return told.stream()
                .filter(event -> event.getString("source").equals("/pharmacies/" + slug))
                .filter(event -> event.getString("type").equals(type))
                .map(event -> event.getString("id"))
                .toList();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
