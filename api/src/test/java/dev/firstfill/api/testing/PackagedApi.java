package dev.firstfill.api.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The API as it is shipped, run as a process of its own with an environment of one's choice. */
public final class PackagedApi implements AutoCloseable {
    private static final Duration END_MAX = Duration.ofSeconds(40);

    private final Process process;
    private final Path log;

    private PackagedApi(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** What it needs besides its servers, to be used and changed before it is started. */
    public static Map<String, String> environment(Map<String, String> servers) {
        var environment = new HashMap<>(servers);
        environment.put("FIRSTFILL_KEY_FILE", RealStack.keyFile().toString());
        environment.put("FIRSTFILL_KEY_CREATE", "true");
        environment.put("FIRSTFILL_MIGRATE_CONTROL_AT_START", "true");
        environment.put("FIRSTFILL_CURSOR_SECRET", "of the tests");
        environment.put("FIRSTFILL_DB_POOL_SIZE", "4");
        environment.put("FIRSTFILL_SHUTDOWN_DELAY", "0s");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(freePort()));
        environment.put("QUARKUS_HTTP_SSL_PORT", Integer.toString(freePort()));
        return environment;
    }

    /** @param logName of the file below {@code target} that holds what it prints */
    public static PackagedApi started(Map<String, String> environment, String logName) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var log = Path.of("target", logName);
        var builder = new ProcessBuilder(
                java, "-XX:TieredStopAtLevel=1", "-Xmx256m", "-jar", "target/quarkus-app/quarkus-run.jar");
        builder.environment().putAll(environment);
        try {
            return new PackagedApi(
                    builder.redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start(),
                    log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Asks it to end, as an orchestrator does. */
    public void terminate() {
        process.destroy();
    }

    /** As {@code kill -9} does, with nothing tidied up. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        exitCode();
    }

    /** Waits for its end. */
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(END_MAX.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("The program did not end within " + END_MAX);
        }
        return process.exitValue();
    }

    public static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
