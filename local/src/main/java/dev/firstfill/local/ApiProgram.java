package dev.firstfill.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The built API, run as its own process beside the servers it needs. */
final class ApiProgram {

    private static final String TITLE = "API";
    private static final Listening PREFERRED = new Listening(8080, 8443);

    /** Three seconds on an idle machine; migrations of the catalogue come on top. */
    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    private static final Duration BETWEEN_PROBES = Duration.ofMillis(100);
    private static final String STOP_SIGNAL = "TERM";

    /** More than the API takes to let the requests under way finish. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(25);

    private final Instance instance;
    private final Path program;
    private final Path log;

    ApiProgram(Instance instance) {
        this.instance = instance;
        program = instance.root().resolve("api/target/quarkus-app/quarkus-run.jar");
        log = instance.log("api");
    }

    /** Starts it and waits until it is ready; it ends before the servers of the stack do. Returns where it listens. */
    Listening startOn(LocalStack stack, URI payer, Progress progress) throws IOException, InterruptedException {
        if (!Files.exists(program)) {
            throw new LocalStackFailure("The API has not been built: " + program + " is missing. Run bin/setup.");
        }
        var since = System.nanoTime();
        progress.begin(TITLE);
        var at = new Listening(Ports.freeNear(PREFERRED.port()), Ports.freeNear(PREFERRED.tlsPort()));
        var process = Processes.start(command(), variables(stack, payer, at), log, STOP_SIGNAL);
        stack.endFirst(() -> Processes.stop(process.toHandle(), STOP_SIGNAL, STOP_LIMIT));
        var ready = "http://%s:%d/q/health/ready".formatted(Ports.HOST, at.port());
        Waiting.until(START_LIMIT, BETWEEN_PROBES, () -> !process.isAlive() || Probe.answersOk(ready));
        if (!process.isAlive() || !Probe.answersOk(ready)) {
            progress.failed(TITLE);
            throw new LocalStackFailure(
                    "The API did not become ready. Its log ends with:%n%s".formatted(Processes.lastLines(log)));
        }
        progress.ready(TITLE, Ports.HOST + ":" + at.port(), since);
        return at;
    }

    private List<String> command() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // As quarkus:dev does: it starts sooner, and nobody measures speed beside three other servers.
        return List.of(java, "-Xmx512m", "-XX:TieredStopAtLevel=1", "-jar", program.toString());
    }

    private Map<String, String> variables(LocalStack stack, URI payer, Listening at) throws IOException {
        var variables = new TreeMap<>(stack.environment());
        variables.put("QUARKUS_HTTP_HOST", Ports.HOST);
        variables.put("QUARKUS_HTTP_PORT", Integer.toString(at.port()));
        variables.put("QUARKUS_HTTP_SSL_PORT", Integer.toString(at.tlsPort()));
        variables.put("FIRSTFILL_TLS_CERT", stack.certificates().certificate().toString());
        variables.put("FIRSTFILL_TLS_KEY", stack.certificates().key().toString());
        variables.put("FIRSTFILL_PAYER_URL", payer.toString());
        variables.put("FIRSTFILL_LOG_JSON", "false");
        variables.put("FIRSTFILL_SHUTDOWN_DELAY", "0s");
        variables.put("FIRSTFILL_MIGRATE_CONTROL_AT_START", "true");
        variables.put(
                "FIRSTFILL_KEY_FILE",
                instance.folder().resolve("key-encryption-key.json").toString());
        variables.put("FIRSTFILL_KEY_CREATE", "true");
        variables.put(
                "FIRSTFILL_CHECKPOINTS",
                instance.folder().resolve("checkpoints").toString());
        variables.put("FIRSTFILL_CURSOR_SECRET", new Secrets(instance.folder()).of("api.cursor"));
        return variables;
    }
}
