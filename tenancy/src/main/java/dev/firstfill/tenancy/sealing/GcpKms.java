package dev.firstfill.tenancy.sealing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;

/**
 * The key-encryption key in Google Cloud KMS, over its REST interface ({@code cryptoKeys.encrypt} and
 * {@code .decrypt}): Google's own client brings forty libraries for these two calls. Credentials are the application's
 * default ones.
 */
final class GcpKms implements KeyEncryption, Aead {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
    private static final URI GOOGLE = URI.create("https://cloudkms.googleapis.com");
    private static final String SCOPE = "https://www.googleapis.com/auth/cloudkms";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build();
    private final String key;
    private final URI server;
    private final GoogleCredentials credentials;

    GcpKms(String key, URI server, GoogleCredentials credentials) {
        this.key = key;
        this.server = server;
        this.credentials = credentials;
    }

    /** @param key {@code projects/…/locations/…/keyRings/…/cryptoKeys/…} */
    static GcpKms at(String key) {
        try {
            return new GcpKms(
                    key, GOOGLE, GoogleCredentials.getApplicationDefault().createScoped(SCOPE));
        } catch (IOException none) {
            throw new UncheckedIOException("There are no default credentials for Google Cloud.", none);
        }
    }

    @Override
    public Aead aead() {
        return this;
    }

    @Override
    public byte[] encrypt(byte[] plaintext, byte[] associatedData) throws GeneralSecurityException {
        return ask("encrypt", "plaintext", plaintext, "ciphertext", associatedData);
    }

    @Override
    public byte[] decrypt(byte[] ciphertext, byte[] associatedData) throws GeneralSecurityException {
        return ask("decrypt", "ciphertext", ciphertext, "plaintext", associatedData);
    }

    private byte[] ask(String verb, String given, byte[] value, String wanted, byte[] associatedData)
            throws GeneralSecurityException {
        var body = JSON.createObjectNode();
        body.put(given, base64(value));
        body.put("additionalAuthenticatedData", base64(associatedData));
        var answer = send(verb, body);
        var json = json(answer.body());
        if (answer.statusCode() != 200) {
            throw new GeneralSecurityException("Google Cloud KMS did not %s (%d %s)."
                    .formatted(
                            verb,
                            answer.statusCode(),
                            json.path("error").path("status").asText("")));
        }
        return Base64.getDecoder().decode(json.path(wanted).asText(""));
    }

    private HttpResponse<String> send(String verb, ObjectNode body) throws GeneralSecurityException {
        try {
            credentials.refreshIfExpired();
            var request = HttpRequest.newBuilder(server.resolve("/v1/%s:%s".formatted(key, verb)))
                    .timeout(ANSWER_WITHIN)
                    .header(
                            "Authorization",
                            "Bearer " + credentials.getAccessToken().getTokenValue())
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new GeneralSecurityException(
                    "Google Cloud KMS cannot be reached, or did not answer in time.", unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new GeneralSecurityException("Interrupted while Google Cloud KMS was asked.", interrupted);
        }
    }

    private static JsonNode json(String body) throws GeneralSecurityException {
        try {
            return JSON.readTree(body);
        } catch (IOException noJson) {
            throw new GeneralSecurityException("Google Cloud KMS answered no JSON.", noJson);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
