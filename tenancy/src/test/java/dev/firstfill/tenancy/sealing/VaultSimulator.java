package dev.firstfill.tenancy.sealing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.config.TinkConfig2026;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * As much of Vault's HTTP API as this program uses, with its statuses and its words for what goes wrong. It speaks to
 * whoever has a token, lets AppRoles log in, and can be sealed, go silent and forget its tokens.
 */
final class VaultSimulator implements AutoCloseable {
    static final String ROLE_ID = "0b1f6c2e-role";
    static final String SECRET_ID = "3f9d-secret";

    private static final ObjectMapper JSON = new ObjectMapper();

    final List<String> asked = new ArrayList<>();
    final Set<String> tokens = ConcurrentHashMap.newKeySet();
    volatile boolean sealed;
    volatile boolean silent;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Aead key;

    VaultSimulator() throws IOException, GeneralSecurityException {
        key = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, TinkConfig2026.get())
                .getPrimitive(TinkConfig2026.get(), Aead.class);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void serve(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        synchronized (asked) {
            asked.add(path);
        }
        try (exchange) {
            if (silent) {
                closing.await();
            }
            var body = JSON.readTree(exchange.getRequestBody());
            if (sealed) {
                answer(exchange, 503, "{\"errors\":[\"Vault is sealed\"]}");
            } else if (path.equals("/v1/auth/approle/login")) {
                logIn(exchange, body);
            } else if (!tokens.contains(
                    String.valueOf(exchange.getRequestHeaders().getFirst("X-Vault-Token")))) {
                answer(exchange, 403, "{\"errors\":[\"permission denied\"]}");
            } else {
                transit(exchange, path, body);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void logIn(HttpExchange exchange, JsonNode body) throws IOException {
        if (!body.path("role_id").asText().equals(ROLE_ID)
                || !body.path("secret_id").asText().equals(SECRET_ID)) {
            answer(exchange, 400, "{\"errors\":[\"invalid role or secret ID\"]}");
            return;
        }
        var token = "hvs." + tokens.size();
        tokens.add(token);
        answer(exchange, 200, "{\"auth\":{\"client_token\":\"%s\",\"lease_duration\":3600}}".formatted(token));
    }

    private void transit(HttpExchange exchange, String path, JsonNode body) throws IOException {
        var associated = Base64.getDecoder().decode(body.path("associated_data").asText());
        try {
            switch (path) {
                case "/v1/transit/encrypt/firstfill" -> {
                    var plain =
                            Base64.getDecoder().decode(body.path("plaintext").asText());
                    var text = Base64.getEncoder().encodeToString(key.encrypt(plain, associated));
                    answer(
                            exchange,
                            200,
                            "{\"data\":{\"ciphertext\":\"vault:v1:%s\",\"key_version\":1}}".formatted(text));
                }
                case "/v1/transit/decrypt/firstfill" -> {
                    var text = body.path("ciphertext").asText();
                    if (!text.startsWith("vault:v1:")) {
                        answer(exchange, 400, "{\"errors\":[\"invalid ciphertext: no prefix\"]}");
                        return;
                    }
                    var plain =
                            key.decrypt(Base64.getDecoder().decode(text.substring("vault:v1:".length())), associated);
                    answer(
                            exchange,
                            200,
                            "{\"data\":{\"plaintext\":\"%s\"}}"
                                    .formatted(Base64.getEncoder().encodeToString(plain)));
                }
                default -> answer(exchange, 400, "{\"errors\":[\"encryption key not found\"]}");
            }
        } catch (GeneralSecurityException other) {
            answer(exchange, 400, "{\"errors\":[\"cipher: message authentication failed\"]}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
