package dev.firstfill.api.logging;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes traces as a collector does, and writes down the bytes that came. */
public final class TraceCollector implements QuarkusTestResourceLifecycleManager {
    static final Path TRACES = Path.of("target", "canaries.traces");

    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            Files.deleteIfExists(TRACES);
            Files.createFile(TRACES);
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", TraceCollector::write);
            server.start();
            return Map.of(
                    "quarkus.otel.exporter.otlp.endpoint",
                    "http://127.0.0.1:" + server.getAddress().getPort());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static synchronized void write(HttpExchange exchange) throws IOException {
        Files.write(TRACES, exchange.getRequestBody().readAllBytes(), StandardOpenOption.APPEND);
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
