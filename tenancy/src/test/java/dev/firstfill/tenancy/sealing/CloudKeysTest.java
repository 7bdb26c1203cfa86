package dev.firstfill.tenancy.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.config.TinkConfig2026;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.firstfill.tenancy.catalogue.TenantId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.kms.KmsClient;

/** The two clouds' clients against stand-ins for their endpoints; neither cloud itself has been seen from here. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CloudKeysTest {
    private static final String ARN = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    private static final String NAME = "projects/p/locations/us/keyRings/firstfill/cryptoKeys/pharmacies";
    private static final byte[] HERE = "here".getBytes(UTF_8);
    private static final byte[] ELSEWHERE = "elsewhere".getBytes(UTF_8);
    private static final byte[] PLAIN = "a keyset".getBytes(UTF_8);
    private static final ObjectMapper JSON = new ObjectMapper();

    private HttpServer server;
    private Aead key;
    private volatile boolean forbidden;

    @BeforeEach
    void start() throws Exception {
        key = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, TinkConfig2026.get())
                .getPrimitive(TinkConfig2026.get(), Aead.class);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                if (exchange.getRequestURI().getPath().equals("/")) {
                    aws(exchange, JSON.readTree(exchange.getRequestBody()));
                } else {
                    gcp(exchange, JSON.readTree(exchange.getRequestBody()));
                }
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** AWS KMS API Reference, Encrypt and Decrypt. */
    private void aws(HttpExchange exchange, JsonNode body) throws IOException {
        var context =
                body.path("EncryptionContext").path("associatedData").asText().getBytes(UTF_8);
        if (forbidden || !body.path("KeyId").asText().equals(ARN)) {
            answer(exchange, 400, "{\"__type\":\"AccessDeniedException\",\"message\":\"not authorized\"}");
            return;
        }
        try {
            var encrypts = exchange.getRequestHeaders().getFirst("X-Amz-Target").equals("TrentService.Encrypt");
            var result = encrypts
                    ? key.encrypt(bytes(body, "Plaintext"), context)
                    : key.decrypt(bytes(body, "CiphertextBlob"), context);
            answer(
                    exchange,
                    200,
                    "{\"%s\":\"%s\",\"KeyId\":\"%s\"}"
                            .formatted(
                                    encrypts ? "CiphertextBlob" : "Plaintext",
                                    Base64.getEncoder().encodeToString(result),
                                    ARN));
        } catch (GeneralSecurityException other) {
            answer(exchange, 400, "{\"__type\":\"InvalidCiphertextException\"}");
        }
    }

    /** Cloud KMS REST, projects.locations.keyRings.cryptoKeys encrypt and decrypt. */
    private void gcp(HttpExchange exchange, JsonNode body) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var known = "Bearer of-the-test".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (forbidden || !known || !path.startsWith("/v1/" + NAME + ":")) {
            answer(exchange, 403, "{\"error\":{\"code\":403,\"status\":\"PERMISSION_DENIED\"}}");
            return;
        }
        try {
            var context = bytes(body, "additionalAuthenticatedData");
            var encrypts = path.endsWith(":encrypt");
            var result = encrypts
                    ? key.encrypt(bytes(body, "plaintext"), context)
                    : key.decrypt(bytes(body, "ciphertext"), context);
            answer(
                    exchange,
                    200,
                    "{\"%s\":\"%s\"}"
                            .formatted(
                                    encrypts ? "ciphertext" : "plaintext",
                                    Base64.getEncoder().encodeToString(result)));
        } catch (GeneralSecurityException other) {
            answer(exchange, 400, "{\"error\":{\"code\":400,\"status\":\"INVALID_ARGUMENT\"}}");
        }
    }

    private static byte[] bytes(JsonNode body, String name) {
        return Base64.getDecoder().decode(body.path(name).asText());
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, json.getBytes(UTF_8).length);
        exchange.getResponseBody().write(json.getBytes(UTF_8));
    }

    @Test
    void aws_wraps_and_unwraps_a_pharmacys_keys_and_minds_where_they_belong() throws Exception {
        wrapsAndUnwraps(aws());

        var there = aws().encrypt(PLAIN, HERE);
        assertThatThrownBy(() -> aws().decrypt(there, ELSEWHERE))
                .hasMessage("AWS KMS did not decrypt (400 InvalidCiphertextException).");
    }

    @Test
    void gcp_wraps_and_unwraps_a_pharmacys_keys_and_minds_where_they_belong() throws Exception {
        wrapsAndUnwraps(gcp());

        var there = gcp().encrypt(PLAIN, HERE);
        assertThatThrownBy(() -> gcp().decrypt(there, ELSEWHERE))
                .hasMessage("Google Cloud KMS did not decrypt (400 INVALID_ARGUMENT).");
    }

    private static void wrapsAndUnwraps(Aead keyEncryption) throws GeneralSecurityException {
        var tenant = TenantId.create();
        var wrapped = TenantKeyset.create(tenant, keyEncryption);

        assertThat(TenantKeyset.unwrap(tenant, wrapped, keyEncryption)).isNotNull();
        assertThatThrownBy(() -> TenantKeyset.unwrap(TenantId.create(), wrapped, keyEncryption))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void a_policy_that_forbids_it_is_named() {
        forbidden = true;

        assertThatThrownBy(() -> KeyEncryptionUnusable.unlessUsable(aws()))
                .hasMessage(
                        "The key-encryption key cannot be used: AWS KMS did not encrypt (400 AccessDeniedException).");
        assertThatThrownBy(() -> KeyEncryptionUnusable.unlessUsable(gcp()))
                .hasMessage(
                        "The key-encryption key cannot be used: Google Cloud KMS did not encrypt (403 PERMISSION_DENIED).");
    }

    @Test
    void a_service_that_is_not_there_is_named() {
        server.stop(0);

        assertThatThrownBy(() -> aws().encrypt(PLAIN, HERE))
                .isInstanceOf(GeneralSecurityException.class)
                .hasMessage("AWS KMS cannot be reached, or did not answer in time.");
        assertThatThrownBy(() -> gcp().encrypt(PLAIN, HERE))
                .isInstanceOf(GeneralSecurityException.class)
                .hasMessage("Google Cloud KMS cannot be reached, or did not answer in time.");
    }

    private AwsKms aws() {
        return new AwsKms(
                ARN,
                KmsClient.builder()
                        .endpointOverride(address())
                        .credentialsProvider(
                                StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret"))));
    }

    private GcpKms gcp() {
        var token = new AccessToken("of-the-test", Date.from(Instant.now().plusSeconds(3600)));
        return new GcpKms(NAME, address(), GoogleCredentials.create(token));
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }
}
