package dev.firstfill.api.replicas;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Registers, reads and amends patients of its own without a pause, over one connection that it keeps as long as it may.
 * Nothing is ever asked twice, by itself or by the client beneath: what does not get the answer it should is a failure.
 */
final class Caller {
    private static final int PATIENTS_MAX = 20;

    private final HttpClient client;
    private final String token;
    private final Random random;
    private final Map<String, Integer> versions = new ConcurrentHashMap<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final AtomicInteger answers = new AtomicInteger();
    private final Thread thread;
    private volatile boolean goesHome;

    private record Answer(int status, String body) {}

    private Caller(Vertx vertx, int port, String token, Random random) {
        var options = new HttpClientOptions()
                .setDefaultHost("127.0.0.1")
                .setDefaultPort(port)
                .setKeepAlive(true);
        this.client = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(1));
        this.token = token;
        this.random = random;
        this.thread = Thread.ofPlatform().daemon().unstarted(this::work);
    }

    static Caller begin(Vertx vertx, int port, String token, Random random) {
        var caller = new Caller(vertx, port, token, random);
        caller.thread.start();
        return caller;
    }

    private void work() {
        while (!goesHome) {
            int choice = random.nextInt(4);
            if (versions.isEmpty() || choice == 0 && versions.size() < PATIENTS_MAX) {
                register();
            } else if (choice == 1) {
                amend(anyPatient());
            } else {
                call(200, HttpMethod.GET, "/v1/patients/" + anyPatient(), Map.of(), "");
            }
        }
    }

    private String anyPatient() {
        var known = new ArrayList<>(versions.keySet());
        return known.get(random.nextInt(known.size()));
    }

    private void register() {
        var headers = Map.of(
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                UUID.randomUUID().toString());
        var answer = call(201, HttpMethod.POST, "/v1/patients", headers, """
                {"name": {"given": "Marisol", "family": "Vega"}, "birthDate": "1961-04-12", "sex": "female"}
                """);
        if (answer != null) {
            versions.put(new JsonObject(answer.body()).getString("id"), 1);
        }
    }

    private void amend(String patient) {
        int seen = versions.get(patient);
        var headers = Map.of("Content-Type", "application/merge-patch+json", "If-Match", "\"%d\"".formatted(seen));
        var change = "{\"name\": {\"middle\": \"M%d\"}}".formatted(seen);
        if (call(200, HttpMethod.PATCH, "/v1/patients/" + patient, headers, change) != null) {
            versions.put(patient, seen + 1);
        }
    }

    private Answer call(int expected, HttpMethod method, String path, Map<String, String> headers, String body) {
        var options = new RequestOptions().setMethod(method).setURI(path).putHeader("Authorization", "Bearer " + token);
        headers.forEach(options::putHeader);
        try {
            var answer = client.request(options)
                    .compose(request -> request.send(Buffer.buffer(body)))
                    .compose(
                            response -> response.body().map(read -> new Answer(response.statusCode(), read.toString())))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(Replica.LONG.toSeconds(), TimeUnit.SECONDS);
            answers.incrementAndGet();
            if (answer.status() == expected) {
                return answer;
            }
            failures.add("%s %s: %d %s".formatted(method, path, answer.status(), answer.body()));
        } catch (InterruptedException | ExecutionException | TimeoutException broken) {
            failures.add("%s %s: %s".formatted(method, path, broken));
        }
        return null;
    }

    void finish() throws InterruptedException {
        goesHome = true;
        thread.join();
    }

    int answers() {
        return answers.get();
    }

    List<String> failures() {
        return failures;
    }

    /** The version of each patient as it was answered last. */
    Map<String, Integer> versions() {
        return versions;
    }
}
