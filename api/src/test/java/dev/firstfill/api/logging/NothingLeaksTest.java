package dev.firstfill.api.logging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.Canaries;
import dev.firstfill.api.testing.Pharmacies;
import dev.firstfill.api.testing.Tokens;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A patient comes in by every way there is, good and broken; neither log nor metrics nor traces may say so. */
@QuarkusTest
@TestProfile(Watched.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class NothingLeaksTest {
    private static final int NONSENSE_PATHS = 150;
    private static final Pattern URI_LABEL = Pattern.compile("http_server_requests_seconds_count\\{.*uri=\"([^\"]*)\"");

    private final Canaries canaries = Canaries.planted();
    private final Tenant pharmacy = Pharmacies.another();
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void a_patient_who_is_registered_read_and_searched_is_named_nowhere() throws Exception {
        var created = send("POST", "/v1/patients", "application/json", canaries.patient());
        var patient = "/v1/patients/" + new JsonObject(created.body()).getString("id");

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(canaries.in(send("GET", patient).body()))
                .as("the search itself")
                .isNotEmpty();
        for (var wish : List.of(
                "{\"family\": \"%s\", \"birthDate\": \"%s\"}".formatted(canaries.family(), canaries.birthDate()),
                "{\"phone\": \"%s\"}".formatted(canaries.phone()),
                "{\"memberId\": \"%s\"}".formatted(canaries.memberId()))) {
            var found = send("POST", "/v1/patients/search", "application/json", wish);
            assertThat(found.body()).contains(canaries.family());
        }
        assertThat(send("GET", "/v1/patients").statusCode()).isEqualTo(200);

        assertNothingLeaked("/v1/patients/search");
    }

    @Test
    void a_patient_in_a_broken_body_is_named_nowhere() throws Exception {
        var family = canaries.family();

        for (var body : List.of(
                "{\"name\": {\"given\": " + canaries.given(),
                canaries.patient() + family,
                "\"" + family + "\"",
                canaries.patient().replace("\"name\":", "\"" + family + "\":"),
                canaries.patient().replace("\"female\"", "\"" + family + "\""),
                canaries.patient().replace("\"sex\"", "\"birthDate\""),
                "{\"name\": \"%s\", \"birthDate\": [\"%s\"]}".formatted(family, canaries.birthDate()),
                "{\"name\": {\"given\": \"%s\", \"family\": \"%s\"}, \"birthDate\": \"%s\"}"
                        .formatted(canaries.given().repeat(50), family, canaries.email()),
                canaries.patient().replace(canaries.phone(), canaries.phone() + "123456 " + family),
                canaries.patient().replace(canaries.memberId(), canaries.memberId() + canaries.memberId()),
                canaries.patient().replace("\"sex\"", " ".repeat(300_000) + "\"sex\""))) {
            assertRefused(send("POST", "/v1/patients", "application/json", body));
            assertRefused(send("POST", "/v1/patients/search", "application/json", body));
            assertRefused(send("POST", "/v1/patients", "text/" + canaries.memberId(), body));
        }

        assertNothingLeaked("/v1/patients/search");
    }

    @Test
    void a_patient_in_an_address_is_named_nowhere() throws Exception {
        for (var value : canaries.values().values()) {
            var encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
            for (var path : List.of(
                    "/" + encoded,
                    "/v1/" + encoded,
                    "/v1/patients/" + encoded,
                    "/v1/patients/" + encoded + "/" + encoded,
                    "/v1/patients/%2f" + encoded,
                    "/q/" + encoded,
                    "/q/health/" + encoded,
                    "/problems/" + encoded,
                    "/v1/patients?" + encoded + "=1",
                    "/v1/patients?limit=" + encoded,
                    "/v1/patients?cursor=" + encoded,
                    "/v1/patients?sort=" + encoded)) {
                for (var verb : List.of("GET", "DELETE", "OPTIONS", "REPORT")) {
                    assertThat(send(verb, path).statusCode()).isBetween(200, 499);
                }
            }
            assertThat(raw("GET /v1/patients/<" + value + "> HTTP/1.1")).containsPattern("^HTTP/1.[01] 400");
            assertThat(raw("GET /" + value.repeat(500) + " HTTP/1.1")).containsPattern("^HTTP/1.[01] 4");
            assertThat(raw("GET /v1/me HTTP/1.1\r\nIf-Match: \"" + value + "\"\r\nUser-Agent: " + value
                            + "\r\ntraceparent: " + value + "\r\nAuthorization: Bearer " + value))
                    .containsPattern("^HTTP/1.[01] 40[01]");
        }

        assertNothingLeaked("/unmatched");
    }

    @Test
    void what_is_logged_by_mistake_is_masked_in_the_log() throws Exception {
        var failure = new IllegalStateException("for " + canaries.email());
        failure.addSuppressed(new IllegalArgumentException("Key (name)=(" + canaries.family() + ") already exists."));
        var marker = UUID.randomUUID();

        Logger.getLogger("dev.firstfill.mistake")
                .errorf(
                        failure,
                        "%s called from %s, born %s, member %s",
                        marker,
                        canaries.phone(),
                        canaries.birthDate(),
                        canaries.memberId());

        assertThat(Files.readString(Watched.LOG))
                .contains(marker + " called from [phone], born [date], member [member id]")
                .contains("java.lang.IllegalStateException: for [email]")
                .contains("Key (name)=([hidden]) already exists.");
        assertThat(canaries.in(Files.readAllBytes(Watched.LOG))).isEmpty();
    }

    @Test
    void nonsense_paths_share_one_name_in_the_metrics() throws Exception {
        for (int i = 0; i < NONSENSE_PATHS; i++) {
            send("GET", "/nonsense/" + UUID.randomUUID());
            send("GET", "/v1/%2f" + UUID.randomUUID());
            send("DELETE", "/v1/patients/" + UUID.randomUUID());
        }
        send("GET", "/v1/drugs");

        var uris = URI_LABEL
                .matcher(send("GET", "/q/metrics").body())
                .results()
                .map(line -> line.group(1))
                .collect(Collectors.toSet());

        assertThat(uris).contains("/unmatched", "/v1/drugs");
        assertThat(uris).allMatch(uri -> uri.matches("(/[A-Za-z0-9{}-]+)+"), "a route's name");
        assertThat(uris).noneMatch(uri -> uri.contains("nonsense"));
    }

    /** @param route of which a trace must have come, lest an empty file prove anything */
    private void assertNothingLeaked(String route) throws IOException {
        var traces = traces();
        var metrics = send("GET", "/q/metrics").body();

        assertThat(new String(traces, StandardCharsets.ISO_8859_1)).contains(route);
        assertThat(metrics).contains("uri=\"" + route + "\"");
        assertThat(canaries.in(traces)).as("traces").isEmpty();
        assertThat(canaries.in(metrics)).as("metrics").isEmpty();
        assertThat(canaries.in(Files.readAllBytes(Watched.LOG))).as("log").isEmpty();
    }

    /** All up to now: they are sent in the order in which they end, so ours, the last, comes after all others. */
    private static byte[] traces() throws IOException {
        var id = UUID.randomUUID().toString().replace("-", "");
        raw("GET /v1/me HTTP/1.1\r\ntraceparent: 00-" + id + "-00f067aa0ba902b7-01");
        var last = new String(HexFormat.of().parseHex(id), StandardCharsets.ISO_8859_1);
        return Awaitility.await().until(() -> Files.readAllBytes(TraceCollector.TRACES), sent -> new String(
                        sent, StandardCharsets.ISO_8859_1)
                .contains(last));
    }

    private void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isBetween(400, 499);
        // The sender is told which property is unknown, by the name that was sent; nothing else is repeated.
        var saidBack = answer.body().replaceAll("\"pointer\":\"[^\"]*\"", "");
        assertThat(canaries.in(saidBack)).as(answer.body()).isEmpty();
    }

    private HttpResponse<String> send(String verb, String path) {
        return send(verb, path, "application/json", "");
    }

    private HttpResponse<String> send(String verb, String path, String type, String body) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + Tokens.of(pharmacy, Role.PHARMACY_MANAGER))
                .header("Content-Type", type)
                .method(verb, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** What no client would send. */
    private static String raw(String head) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((head + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
