package dev.firstfill.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An HTTP interface that speaks JSON, called with a token like any client of the platform. */
public final class JsonApi {

    /** Opening a pharmacy makes a whole schema; on a loaded machine that may take seconds, never a minute. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

    /** A tenth of a token's life, so that none is used that is about to end. */
    private static final Duration TOKEN_REUSE = Duration.ofSeconds(60);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_LIMIT)
            .build();
    private final String base;
    private final Supplier<String> token;
    private String currentToken = "";
    private long currentSince;

    /** @param token asked again and again, because tokens are short-lived */
    public JsonApi(String base, Supplier<String> token) {
        this.base = base;
        this.token = token;
    }

    /**
     * What was answered.
     *
     * @param call method and path, to name it in messages
     * @param status the HTTP status
     * @param body missing when there was none
     * @param location where the new thing is; empty when nothing was made
     */
    public record Answer(String call, int status, JsonNode body, String location) {

        /** The last part of its address: the id of what was just made. */
        public String madeId() {
            return location.substring(location.lastIndexOf('/') + 1);
        }

        public Answer expecting(Integer... statuses) {
            if (!List.of(statuses).contains(status)) {
                throw new LocalStackFailure("%s answered %d: %s".formatted(call, status, body));
            }
            return this;
        }
    }

    public JsonNode get(String path) {
        return send("GET", path, null).expecting(200).body();
    }

    public Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    public Answer put(String path) {
        return send("PUT", path, Map.of());
    }

    public Answer send(String method, String path, @Nullable Object body) {
        try {
            var request = HttpRequest.newBuilder(URI.create(base + path))
                    .timeout(LIMIT)
                    .header("Authorization", "Bearer " + currentToken())
                    .header("Content-Type", "application/json")
                    .method(method, body == null ? none() : text(JSON.writeValueAsString(body)))
                    .build();
            return answer(method + " " + path, client.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new LocalStackFailure("%s %s%s failed: %s".formatted(method, base, path, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackFailure("Interrupted during " + method + " " + base + path, e);
        }
    }

    private synchronized String currentToken() {
        if (currentToken.isEmpty() || System.nanoTime() - currentSince > TOKEN_REUSE.toNanos()) {
            currentToken = token.get();
            currentSince = System.nanoTime();
        }
        return currentToken;
    }

    private static Answer answer(String call, HttpResponse<String> response) throws IOException {
        var location = response.headers().firstValue("Location").orElse("");
        var type = response.headers().firstValue("Content-Type").orElse("");
        var body = type.contains("json") && !response.body().isEmpty()
                ? JSON.readTree(response.body())
                : MissingNode.getInstance();
        return new Answer(call, response.statusCode(), body, location);
    }

    private static HttpRequest.BodyPublisher none() {
        return HttpRequest.BodyPublishers.noBody();
    }

    private static HttpRequest.BodyPublisher text(String body) {
        return HttpRequest.BodyPublishers.ofString(body);
    }
}
