package dev.firstfill.tenancy.sealing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;

/**
 * The key-encryption key in HashiCorp Vault's transit engine, which encrypts and never gives the key away. The key's
 * type must take associated data: {@code aes256-gcm96}, {@code aes128-gcm96} or {@code chacha20-poly1305}.
 * (Vault API, Transit secrets engine, "Encrypt data" and "Decrypt data".)
 */
final class VaultTransit implements KeyEncryption, Aead {
    /** Vault answers in milliseconds; whoever waits is a request, or a start that would rather fail and say why. */
    static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
    private static final int FORBIDDEN = 403;
    private static final int SEALED = 503;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_WITHIN).build();
    private final VaultKey key;
    private final VaultLogin login;
    private final Duration answerWithin;

    VaultTransit(VaultKey key, VaultLogin login) {
        this(key, login, ANSWER_WITHIN);
    }

    VaultTransit(VaultKey key, VaultLogin login, Duration answerWithin) {
        this.key = key;
        this.login = login;
        this.answerWithin = answerWithin;
    }

    @Override
    public Aead aead() {
        return this;
    }

    /** @return the text that Vault gives, {@code vault:v3:…}, which names the version of its key */
    @Override
    public byte[] encrypt(byte[] plaintext, byte[] associatedData) throws GeneralSecurityException {
        var body = JSON.createObjectNode().put("plaintext", base64(plaintext));
        var data = ask("encrypt", body.put("associated_data", base64(associatedData)));
        return text(data, "ciphertext").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] decrypt(byte[] ciphertext, byte[] associatedData) throws GeneralSecurityException {
        var body = JSON.createObjectNode().put("ciphertext", new String(ciphertext, StandardCharsets.UTF_8));
        var data = ask("decrypt", body.put("associated_data", base64(associatedData)));
        try {
            return Base64.getDecoder().decode(text(data, "plaintext"));
        } catch (IllegalArgumentException noBase64) {
            throw new GeneralSecurityException("Vault's answer cannot be read.", noBase64);
        }
    }

    private JsonNode ask(String verb, ObjectNode body) throws GeneralSecurityException {
        var answer = send(key.path(verb), body, login.token(this::send));
        if (answer.statusCode() == FORBIDDEN && login.forget()) {
            // The token may have ended early, or been revoked: one more try with a new one tells.
            answer = send(key.path(verb), body, login.token(this::send));
        }
        return read(answer, verb).path("data");
    }

    private HttpResponse<String> send(String path, ObjectNode body, String token) throws GeneralSecurityException {
        var request = HttpRequest.newBuilder(key.server().resolve("/v1/" + path))
                .timeout(answerWithin)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
        if (!token.isEmpty()) {
            request.header("X-Vault-Token", token);
        }
        login.namespace().ifPresent(namespace -> request.header("X-Vault-Namespace", namespace));
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (HttpTimeoutException late) {
            throw new GeneralSecurityException("Vault at %s did not answer in time.".formatted(key.server()), late);
        } catch (IOException unreachable) {
            throw new GeneralSecurityException("Vault at %s cannot be reached.".formatted(key.server()), unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new GeneralSecurityException("Interrupted while Vault was asked.", interrupted);
        }
    }

    /** Vault's errors name paths and rules, never a key or a plaintext. */
    private JsonNode read(HttpResponse<String> answer, String verb) throws GeneralSecurityException {
        int status = answer.statusCode();
        if (status == FORBIDDEN) {
            throw new GeneralSecurityException(
                    "Vault's policy does not let this program %s with the key %s (403).".formatted(verb, key.name()));
        }
        if (status == SEALED) {
            throw new GeneralSecurityException("Vault is sealed or in maintenance (503).");
        }
        var json = json(answer.body());
        if (status != 200) {
            throw new GeneralSecurityException("Vault did not %s with the key %s (%d): %s"
                    .formatted(verb, key.name(), status, json.path("errors")));
        }
        return json;
    }

    static JsonNode json(String body) throws GeneralSecurityException {
        try {
            return JSON.readTree(body);
        } catch (IOException noJson) {
            throw new GeneralSecurityException("Vault's answer is no JSON.", noJson);
        }
    }

    private static String text(JsonNode data, String name) throws GeneralSecurityException {
        var value = data.path(name);
        if (!value.isTextual()) {
            throw new GeneralSecurityException("Vault's answer has no %s.".formatted(name));
        }
        return value.asText();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * @param server {@code https://vault.example:8200}
     * @param mount of the transit engine, usually {@code transit}
     */
    record VaultKey(URI server, String mount, String name) {
        String path(String verb) {
            return "%s/%s/%s".formatted(mount, verb, name);
        }
    }
}
