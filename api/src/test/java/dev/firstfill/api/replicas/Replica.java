package dev.firstfill.api.replicas;

import dev.firstfill.api.testing.PackagedApi;
import dev.firstfill.local.LocalStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;

/** One process of several, which can be ended and begun again at the same port. */
final class Replica implements AutoCloseable {
    static final Duration LONG = Duration.ofSeconds(60);

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String name;
    private final Map<String, String> environment;
    private PackagedApi process;

    private Replica(String name, Map<String, String> environment) {
        this.name = name;
        this.environment = environment;
        this.process = PackagedApi.started(environment, name + ".log");
    }

    /** Answers requests and does nothing else. */
    static Replica answering(LocalStack stack, String name, Map<String, String> more) {
        return new Replica(name, environment(stack, "false", more));
    }

    /** Works in the background as well. */
    static Replica working(LocalStack stack, String name, Map<String, String> more) {
        return new Replica(name, environment(stack, "true", more));
    }

    private static Map<String, String> environment(LocalStack stack, String background, Map<String, String> more) {
        var environment = new HashMap<>(PackagedApi.environment(stack.environment()));
        environment.put("FIRSTFILL_BACKGROUND", background);
        environment.put(
                "FIRSTFILL_CHECKPOINTS",
                Path.of(environment.get("FIRSTFILL_KEY_FILE"))
                        .resolveSibling("checkpoints")
                        .toString());
        environment.put("FIRSTFILL_CHECKPOINT_EVERY", "1s");
        // Nobody logs in here, and Keycloak takes its time to make an organisation.
        environment.put("FIRSTFILL_KEYCLOAK_PROVISIONER_SECRET", "");
        // A busy machine of two cores that runs four processes is slower than any server.
        environment.put("FIRSTFILL_LEDGER_PATIENCE", "10s");
        environment.put("FIRSTFILL_LIMITS_REDIS_PATIENCE", "2s");
        environment.putAll(more);
        return environment;
    }

    int port() {
        return Integer.parseInt(environment.get("QUARKUS_HTTP_PORT"));
    }

    boolean isReady() {
        try {
            return get("/q/health/ready", "").statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    void awaitReady() {
        Awaitility.await(name + " is ready").atMost(LONG).until(this::isReady);
    }

    void terminate() {
        process.terminate();
    }

    int exitCode() throws InterruptedException {
        return process.exitCode();
    }

    void kill() throws InterruptedException {
        process.kill();
    }

    void startAnew() {
        process = PackagedApi.started(environment, name + ".log");
    }

    HttpResponse<String> get(String path, String token) {
        return send("GET", path, token, Map.of(), null);
    }

    HttpResponse<String> post(String path, String token, String body) {
        return send("POST", path, token, Map.of(), body);
    }

    HttpResponse<String> send(String method, String path, String token, Map<String, String> headers, String body) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port(), path)))
                .timeout(LONG)
                .header("Authorization", "Bearer " + token);
        if (body != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        request.method(
                method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** What its metrics say, summed over all that begin so. */
    double metric(String beginning) {
        return get("/q/metrics", "")
                .body()
                .lines()
                .filter(line -> line.startsWith(beginning))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Override
    public void close() {
        process.close();
    }

    @Override
    public String toString() {
        return name;
    }
}
