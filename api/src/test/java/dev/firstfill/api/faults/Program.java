package dev.firstfill.api.faults;

import dev.firstfill.local.LocalStack;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The packaged API as a process of its own, with a cable to each server it depends on. */
final class Program implements AutoCloseable {
    private static final Duration WAIT_MAX = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    final Cable database;
    final Cable redis;
    final Cable keycloak;
    private final Map<String, String> environment;
    private final int port;
    private Process process;

    Program(LocalStack stack, Path keyFile) throws IOException {
        var found = stack.environment();
        var redisAt = URI.create(found.get("FIRSTFILL_REDIS_URL"));
        var keycloakAt = URI.create(found.get("FIRSTFILL_KEYCLOAK_URL"));
        database = Cable.to(found.get("FIRSTFILL_DB_HOST"), Integer.parseInt(found.get("FIRSTFILL_DB_PORT")));
        redis = Cable.to(redisAt.getHost(), redisAt.getPort());
        keycloak = Cable.to(keycloakAt.getHost(), keycloakAt.getPort());
        port = freePort();
        environment = new HashMap<>(found);
        environment.put("FIRSTFILL_DB_HOST", "127.0.0.1");
        environment.put("FIRSTFILL_DB_PORT", Integer.toString(database.port()));
        environment.put(
                "FIRSTFILL_REDIS_URL",
                found.get("FIRSTFILL_REDIS_URL").replace(":" + redisAt.getPort(), ":" + redis.port()));
        environment.put("FIRSTFILL_KEYCLOAK_URL", "http://127.0.0.1:" + keycloak.port());
        environment.put("FIRSTFILL_KEY_FILE", keyFile.toString());
        environment.put("FIRSTFILL_KEY_CREATE", "true");
        environment.put(
                "FIRSTFILL_CHECKPOINTS", keyFile.resolveSibling("checkpoints").toString());
        environment.put("FIRSTFILL_MIGRATE_CONTROL_AT_START", "true");
        environment.put("FIRSTFILL_CURSOR_SECRET", "of the tests");
        environment.put("FIRSTFILL_DB_POOL_SIZE", "4");
        environment.put("FIRSTFILL_SHUTDOWN_DELAY", "0s");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    }

    String keycloakUrl() {
        return environment.get("FIRSTFILL_KEYCLOAK_URL");
    }

    void start() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // It lives for seconds: a compiler that takes its time would take most of theirs.
        var builder = new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", "-jar", "target/quarkus-app/quarkus-run.jar");
        builder.environment().putAll(environment);
        process = builder.redirectErrorStream(true)
                .redirectOutput(new File("target/faults-api.log"))
                .start();
        await(() -> get("/q/health/live", "").statusCode() == 200);
    }

    HttpResponse<String> get(String path, String token) {
        return send(request(path, token).GET().build());
    }

    HttpResponse<String> post(String path, String token, String body) {
        return send(request(path, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** @param requestId under which the ledger will have it */
    HttpResponse<String> send(
            String method, String path, String token, String requestId, Map<String, String> headers, String body) {
        var builder = request(path, token).header("X-Request-Id", requestId);
        headers.forEach(builder::header);
        if (body == null) {
            builder.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            builder.header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(body));
        }
        return send(builder.build());
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(WAIT_MAX)
                .header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Asks again until it holds; a program that recovers does so within seconds, and this gives up after a minute. */
    static void await(BooleanSupplier holds) {
        var until = Instant.now().plus(WAIT_MAX);
        while (!quietly(holds)) {
            if (Instant.now().isAfter(until)) {
                throw new AssertionError("It did not come about within " + WAIT_MAX);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private static boolean quietly(BooleanSupplier holds) {
        try {
            return holds.getAsBoolean();
        } catch (java.io.UncheckedIOException notYet) {
            return false;
        }
    }

    /** As {@code kill -9} does, with nothing tidied up. */
    void kill() {
        process.destroyForcibly();
        exitCodeOrNever();
    }

    private void exitCodeOrNever() {
        try {
            exitCode();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Asks the process to end, as an orchestrator does. */
    void terminate() {
        process.destroy();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(WAIT_MAX.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("The program did not end within " + WAIT_MAX);
        }
        return process.exitValue();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        if (process != null) {
            process.destroyForcibly();
        }
        database.close();
        redis.close();
        keycloak.close();
    }
}
