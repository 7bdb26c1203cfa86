import com.fasterxml.jackson.core.JsonProcessingException;
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

/** The public API as one colleague, or one machine, of a pharmacy calls it: every answer that was not wanted ends the demo. */
final class Api {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration TOKEN_REUSE = Duration.ofSeconds(60);
    private static final int TOO_MANY = 429;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base;
    private final String who;
    private final Supplier<String> token;
    private String currentToken = "";
    private long currentSince;

    /**
     * @param who whose token it is, for messages
     * @param token asked again and again, since tokens are short-lived
     */
    Api(String base, String who, Supplier<String> token) {
        this.base = base;
        this.who = who;
        this.token = token;
    }

    /**
     * What was answered.
     *
     * @param doing what the request was for, in words
     * @param version as If-Match wants it; empty when the answer has none
     */
    record Answer(String doing, int status, JsonNode body, String version) {
        String text(String field) {
            return body.path(field).asText("");
        }

        String id() {
            return text("id");
        }
    }

    Answer get(String doing, String path) {
        return wanted(send(doing, "GET", path, Map.of(), null));
    }

    Answer post(String doing, String path, Object body) {
        return wanted(send(doing, "POST", path, Map.of("Content-Type", "application/json"), json(body)));
    }

    /** Without a body. */
    Answer post(String doing, String path) {
        return wanted(send(doing, "POST", path, Map.of(), null));
    }

    Answer put(String doing, String path, Object body) {
        return wanted(send(doing, "PUT", path, Map.of("Content-Type", "application/json"), json(body)));
    }

    Answer patch(String doing, String path, Answer seen, Object body) {
        var headers = Map.of("Content-Type", "application/merge-patch+json", "If-Match", seen.version());
        return wanted(send(doing, "PATCH", path, headers, json(body)));
    }

    /** @param seen what it is done to, as it was read */
    Answer postTo(Answer seen, String doing, String path, Object body) {
        return wanted(tryTo(seen, doing, path, body));
    }

    Answer postTo(Answer seen, String doing, String path) {
        return wanted(send(doing, "POST", path, Map.of("If-Match", seen.version()), null));
    }

    /** Whatever is answered: for what the platform is to refuse. */
    Answer tryTo(Answer seen, String doing, String path, Object body) {
        var headers = Map.of("Content-Type", "application/json", "If-Match", seen.version());
        return send(doing, "POST", path, headers, json(body));
    }

    Answer postDocument(String doing, String path, String type, String document) {
        return wanted(send(doing, "POST", path, Map.of("Content-Type", type), document));
    }

    private Answer wanted(Answer answer) {
        if (answer.status() / 100 != 2) {
            throw new DemoFailure("To %s, %s was answered %d:%n%s"
                    .formatted(answer.doing(), who, answer.status(), answer.body().toPrettyString()));
        }
        return answer;
    }

    private Answer send(String doing, String method, String path, Map<String, String> headers, String body) {
        for (int tries = 0; ; tries++) {
            var response = exchange(doing, method, path, headers, body);
            if (response.statusCode() != TOO_MANY || tries == 60) {
                return answer(doing, response);
            }
            Patience.sleep(Duration.ofSeconds(1));
        }
    }

    private HttpResponse<String> exchange(
            String doing, String method, String path, Map<String, String> headers, String body) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + currentToken())
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new DemoFailure("To %s, %s could not reach %s %s: %s".formatted(doing, who, method, path, e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("Interrupted, to " + doing);
        }
    }

    private static Answer answer(String doing, HttpResponse<String> response) {
        var type = response.headers().firstValue("Content-Type").orElse("");
        var version = response.headers().firstValue("ETag").orElse("");
        return new Answer(doing, response.statusCode(), body(type, response.body()), version);
    }

    private static JsonNode body(String type, String text) {
        try {
            return type.contains("json") && !type.contains("ndjson") && !text.isEmpty()
                    ? JSON.readTree(text)
                    : text.isEmpty() ? MissingNode.getInstance() : JSON.getNodeFactory().textNode(text);
        } catch (JsonProcessingException e) {
            throw new DemoFailure("That is no JSON: " + text);
        }
    }

    private String currentToken() {
        if (currentToken.isEmpty() || System.nanoTime() - currentSince > TOKEN_REUSE.toNanos()) {
            currentToken = token.get();
            currentSince = System.nanoTime();
        }
        return currentToken;
    }

    static List<JsonNode> items(Answer page) {
        return list(page.body().path("items"));
    }

    static List<JsonNode> list(JsonNode array) {
        return List.copyOf(JSON.convertValue(array, JSON.getTypeFactory().constructCollectionType(List.class, JsonNode.class)));
    }

    private static String json(Object body) {
        try {
            return body instanceof String text ? text : JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new DemoFailure("Cannot be written as JSON: " + body);
        }
    }
}
