package dev.firstfill.tenancy.outbox;

import static dev.firstfill.tenancy.OnePlatform.await;

import dev.firstfill.tenancy.OnePlatform;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Somebody outside who is told what happens, over HTTP, and who does not always listen. */
final class EventHub implements AutoCloseable {
    /** One event as it arrived. */
    record Told(Map<String, String> headers, String body) {
        JsonObject event() {
            return new JsonObject(body);
        }

        String source() {
            return event().getString("source");
        }

        String subject() {
            return event().getString("subject");
        }

        int version() {
            return event().getJsonObject("data").getInteger("version");
        }
    }

    final List<Told> told = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile Function<Told, Integer> answer = event -> 204;

    EventHub() {
        server = OnePlatform.vertx().getDelegate().createHttpServer().requestHandler(this::hear);
        await(Uni.createFrom()
                .completionStage(() -> server.listen(0, "127.0.0.1").toCompletionStage()));
    }

    URI url() {
        return URI.create("http://127.0.0.1:%d/events".formatted(server.actualPort()));
    }

    /** @param statuses what it answers to each event; below 200 it hangs up without an answer */
    void answers(Function<Told, Integer> statuses) {
        answer = statuses;
    }

    private void hear(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            var headers = new java.util.HashMap<String, String>();
            request.headers().forEach(header -> headers.put(header.getKey().toLowerCase(), header.getValue()));
            var event = new Told(headers, body.toString());
            int status = answer.apply(event);
            told.add(event);
            if (status < 200) {
                request.connection().close();
            } else {
                request.response().setStatusCode(status).end();
            }
        });
    }

    @Override
    public void close() {
        await(Uni.createFrom().completionStage(() -> server.close().toCompletionStage()));
    }
}
