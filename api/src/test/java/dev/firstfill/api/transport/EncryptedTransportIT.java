package dev.firstfill.api.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.OpenedPharmacy;
import dev.firstfill.api.testing.PackagedApi;
import dev.firstfill.api.testing.Tokens;
import dev.firstfill.local.Certificates;
import dev.firstfill.local.LocalStack;
import dev.firstfill.tenancy.catalogue.Trusted;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.SSLHandshakeException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One program with TLS to and from everybody, as in production. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EncryptedTransportIT {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);
    private static final String DESK = "https://desk.northgate.example";
    private static final int TLS_1_1 = 0x0302;
    private static final int TLS_1_2 = 0x0303;

    private static LocalStack stack;
    private static Map<String, String> environment;
    private static Instant begun;
    private static PackagedApi api;

    @BeforeAll
    static void start() {
        stack = LocalStack.named("check").start();
        environment = PackagedApi.environment(stack.environmentOverTls());
        environment.put("FIRSTFILL_CORS_ORIGINS", DESK);
        System.setProperty("FIRSTFILL_KEYCLOAK_URL", environment.get("FIRSTFILL_KEYCLOAK_URL"));
        begun = Instant.now();
        api = PackagedApi.started(environment, "encrypted-api.log");
        awaitLive(environment);
    }

    @AfterAll
    static void end() {
        System.clearProperty("FIRSTFILL_KEYCLOAK_URL");
        api.close();
    }

    @Test
    void a_patient_is_registered_and_read_over_https() throws Exception {
        var pharmacy = OpenedPharmacy.by(stack, body -> post("/v1/tenants", Tokens.ofOperator(), body));
        var token = Tokens.of(pharmacy, Role.PHARMACY_MANAGER);

        var created = post("/v1/patients", token, """
                {"name": {"given": "Marisol", "family": "Vega"}, "birthDate": "1961-04-12", "sex": "female"}
                """);
        var read = get(environment, created.headers().firstValue("Location").orElseThrow(), token);

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(new JsonObject(read.body()).getJsonObject("name").getString("family"))
                .isEqualTo("Vega");
        assertThat(read.headers().firstValue("Strict-Transport-Security"))
                .hasValue("max-age=31536000; includeSubDomains");
        assertThat(read.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
        assertThat(connections()).isNotEmpty().doesNotContainValue(false);
    }

    @Test
    void every_server_is_reached() {
        Awaitility.await().atMost(ANSWER_MAX).untilAsserted(() -> {
            var ready = get(environment, "/q/health/ready", "");
            assertThat(ready.statusCode()).isEqualTo(200);
            assertThat(ready.body()).doesNotContain("\"reachable\": false");
        });
    }

    @Test
    void nobody_listens_to_plain_http() {
        assertThatThrownBy(() -> new Socket("127.0.0.1", Integer.parseInt(environment.get("QUARKUS_HTTP_PORT"))))
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void a_client_of_tls_1_1_is_turned_away() throws IOException {
        int port = port(environment);

        assertThat(ClientHello.of(TLS_1_2).answerFrom(port)).isEqualTo(ClientHello.SERVER_HELLO);
        assertThat(ClientHello.of(TLS_1_1).answerFrom(port)).isEqualTo(ClientHello.PROTOCOL_VERSION_ALERT);
    }

    @Test
    void only_pages_of_listed_origins_may_read_answers() {
        var listed = send(request(environment, "/q/health/live", "")
                .header("Origin", DESK)
                .build());
        var other = send(request(environment, "/q/health/live", "")
                .header("Origin", "https://desk.northgate.example.evil.example")
                .build());

        assertThat(listed.headers().firstValue("Access-Control-Allow-Origin")).hasValue(DESK);
        assertThat(other.headers().map()).doesNotContainKey("access-control-allow-origin");
        assertThat(other.statusCode()).isEqualTo(403);
    }

    @Test
    void a_refusal_over_http_2_is_an_answer_like_any_other() throws Exception {
        var client = HttpClient.newBuilder()
                .sslContext(new Trusted(Optional.of(stack.certificates().authority())).context())
                .build();

        var answer =
                client.send(request(environment, "/v1/%2e%2e/me", "").build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(new JsonObject(answer.body()).getString("code")).isEqualTo("path-refused");
    }

    @Test
    void who_trusts_another_authority_does_not_believe_the_api(@TempDir Path folder) throws Exception {
        var stranger = Certificates.keptIn(folder);
        var request =
                HttpRequest.newBuilder(address(environment, "/q/health/live")).build();

        assertThatThrownBy(() -> client(stranger).send(request, HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void the_api_does_not_believe_servers_that_another_authority_vouches_for(@TempDir Path folder) throws Exception {
        var stranger = Certificates.keptIn(folder).authority().toString();
        var misled = PackagedApi.environment(stack.environmentOverTls());
        misled.put("FIRSTFILL_DB_CA", stranger);
        misled.put("FIRSTFILL_REDIS_CA", stranger);
        misled.put("FIRSTFILL_KEYCLOAK_CA", stranger);

        try (var other = PackagedApi.started(misled, "misled-api.log")) {
            awaitLive(misled);
            var checks = new JsonObject(get(misled, "/q/health/ready", "").body())
                    .getJsonArray("checks").stream()
                            .map(JsonObject.class::cast)
                            .collect(Collectors.toMap(check -> check.getString("name"), check -> check));

            assertThat(other.isAlive()).isTrue();
            assertThat(checks.get("database").getString("status")).isEqualTo("DOWN");
            assertThat(checks.get("catalogue").getString("status")).isEqualTo("DOWN");
            assertThat(checks.get("redis").getJsonObject("data").getBoolean("reachable"))
                    .isFalse();
            assertThat(checks.get("keycloak").getJsonObject("data").getBoolean("reachable"))
                    .isFalse();
            assertThat(get(misled, "/v1/me", Tokens.ofOperator()).statusCode()).isEqualTo(503);
        }
    }

    /** The platform's logins at the database since the program began, and whether each came by TLS. */
    private static Map<String, Boolean> connections() throws SQLException {
        try (var connection = stack.superuser().connect("firstfill");
                var query = connection.prepareStatement("""
                        select usename || ' ' || pid, ssl
                          from pg_stat_activity
                          join pg_stat_ssl using (pid)
                         where usename like 'firstfill\\_%'
                           and backend_start > ?
                        """)) {
            query.setTimestamp(1, Timestamp.from(begun));
            var found = new java.util.HashMap<String, Boolean>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getString(1), rows.getBoolean(2));
                }
            }
            return found;
        }
    }

    private static void awaitLive(Map<String, String> environment) {
        Awaitility.await()
                .atMost(ANSWER_MAX)
                .ignoreExceptions()
                .until(() -> get(environment, "/q/health/live", "").statusCode() == 200);
    }

    private static HttpResponse<String> get(Map<String, String> environment, String path, String token) {
        return send(request(environment, path, token).build());
    }

    private static HttpRequest.Builder request(Map<String, String> environment, String path, String token) {
        return HttpRequest.newBuilder(address(environment, path))
                .timeout(ANSWER_MAX)
                .header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> post(String path, String token, String body) {
        return send(request(environment, path, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return client(stack.certificates()).send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static HttpClient client(Certificates trusted) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(ANSWER_MAX)
                .sslContext(new Trusted(Optional.of(trusted.authority())).context())
                .build();
    }

    private static URI address(Map<String, String> environment, String path) {
        return URI.create("https://127.0.0.1:" + port(environment) + path);
    }

    private static int port(Map<String, String> environment) {
        return Integer.parseInt(environment.get("QUARKUS_HTTP_SSL_PORT"));
    }
}
