package dev.firstfill.bench.platform;

import dev.firstfill.bench.load.Children;
import dev.firstfill.bench.load.Tool;
import dev.firstfill.bench.measure.Meter;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The program in a process of its own, and a client that takes nothing but success for an answer. */
public final class Api implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long BETWEEN_LOOKS_MS = 100;
    private static final long STOP_LIMIT_SECONDS = 25;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final int JAVA_OF_THE_IMAGE = 25;

    private final String name;
    private final Process process;
    private final int port;

    private Api(String name, Process process, int port) {
        this.name = name;
        this.process = process;
        this.port = port;
    }

    static Api start(Platform platform, String name, Path program, List<String> flags, Map<String, String> variables)
            throws Exception {
        if (!Files.exists(program)) {
            throw new IllegalStateException("Not built yet: " + program + " is missing. Run bin/setup.");
        }
        int port = freePort();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(asInTheImage(platform));
        command.addAll(platform.setting().javaFlags());
        command.addAll(flags);
        command.addAll(List.of("-jar", program.toString()));
        var log = platform.folder().resolve(name.replace(' ', '-') + ".log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(platform.environment());
        builder.environment().putAll(variables);
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        var api = new Api(name, Children.start(builder), port);
        Meter.name(api.process, name);
        api.await(log);
        return api;
    }

    /** What the image gives to Java, and the heap of a pod with 1 GiB. */
    public static List<String> asInTheImage(Platform platform) throws IOException, InterruptedException {
        var script = platform.setting().root().resolve("docker/firstfill").toString();
        var options = Tool.output(Map.of(), List.of(script, "options")).lines();
        return Stream.concat(options.filter(Api::isKnownToThisJava), Stream.of("-Xmx512m"))
                .toList();
    }

    private static boolean isKnownToThisJava(String option) {
        return Runtime.version().feature() >= JAVA_OF_THE_IMAGE
                || !option.contains("CompactObjectHeaders") && !option.startsWith("--sun-misc-unsafe");
    }

    /** What {@code bin/setup} builds. */
    public static Path shipped(Platform platform) {
        return platform.setting().root().resolve("api/target/quarkus-app/quarkus-run.jar");
    }

    private void await(Path log) throws InterruptedException {
        long until = System.nanoTime() + START_LIMIT.toNanos();
        while (System.nanoTime() < until && process.isAlive()) {
            if (isReady()) {
                return;
            }
            Thread.sleep(BETWEEN_LOOKS_MS);
        }
        close();
        throw new IllegalStateException("The program did not start; see " + log);
    }

    private boolean isReady() throws InterruptedException {
        try {
            return answer("GET", "/q/health/ready", "", "", Map.of()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public String get(String path, String token) throws IOException, InterruptedException {
        return send("GET", path, token, "");
    }

    public String post(String path, String token, String body) throws IOException, InterruptedException {
        return send("POST", path, token, body);
    }

    /** The body of the answer. */
    public String send(String method, String path, String token, String body) throws IOException, InterruptedException {
        return exchange(method, path, token, body, Map.of()).body();
    }

    /** @throws IllegalStateException with what was answered, unless that was a success */
    public HttpResponse<String> exchange(
            String method, String path, String token, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        var answer = answer(method, path, token, body, headers);
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(
                    "%s %s answered %d: %s".formatted(method, path, answer.statusCode(), answer.body()));
        }
        return answer;
    }

    private HttpResponse<String> answer(
            String method, String path, String token, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url() + path)).timeout(PATIENCE);
        if (!token.isEmpty()) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        if (!body.isEmpty()) {
            request.setHeader("Content-Type", "application/json");
        }
        headers.forEach(request::setHeader);
        request.method(
                method,
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** As a machine does that has no time: nothing is finished. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Free now; whoever asks starts a server on it at once. */
    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
