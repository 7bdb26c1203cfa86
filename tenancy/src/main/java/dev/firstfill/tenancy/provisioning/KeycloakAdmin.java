package dev.firstfill.tenancy.provisioning;

import dev.firstfill.tenancy.routing.WayBack;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Keycloak's administration interface, as the client {@code firstfill-provisioner}. */
final class KeycloakAdmin {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

    /** Keycloak takes milliseconds; a cold one a few seconds. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);

    private final KeycloakAccess access;
    private final HttpClient http;

    KeycloakAdmin(KeycloakAccess access) {
        this.access = access;
        this.http = HttpClient.newBuilder()
                .connectTimeout(CONNECT_TIMEOUT)
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(access.trusted().context())
                .build();
    }

    /** A fresh token for one piece of work, which takes less time than the token lives. */
    Uni<Session> login() {
        var form = "grant_type=client_credentials&client_id=%s&client_secret=%s"
                .formatted(KeycloakAccess.CLIENT, encoded(access.secret()));
        var request = HttpRequest.newBuilder(access.tokens())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        return send(request).map(answer -> new Session(new JsonObject(answer.body()).getString("access_token")));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Uni<HttpResponse<String>> send(HttpRequest.Builder builder) {
        var request = builder.timeout(ANSWER_TIMEOUT).build();
        return Uni.createFrom()
                .deferred(() -> Uni.createFrom()
                        .completionStage(http.sendAsync(request, BodyHandlers.ofString()))
                        .emitOn(WayBack.toHere()))
                .invoke(answer -> {
                    if (answer.statusCode() >= 300) {
                        // The query is left out: it may carry more than a log should.
                        throw new KeycloakFault(
                                request.method() + " " + request.uri().getPath(), answer.statusCode());
                    }
                });
    }

    /** Requests under one token. */
    final class Session {
        private final String token;

        private Session(String token) {
            this.token = token;
        }

        Uni<JsonArray> list(String path) {
            return send(to(path).GET()).map(answer -> new JsonArray(answer.body()));
        }

        /** The id of what was made, from the address that Keycloak gives it. */
        Uni<String> create(String path, JsonObject thing) {
            return send(to(path).POST(BodyPublishers.ofString(thing.encode())))
                    .map(answer -> answer.headers().firstValue("Location").orElseThrow())
                    .map(location -> location.substring(location.lastIndexOf('/') + 1));
        }

        Uni<Void> add(String path, JsonArray things) {
            return send(to(path).POST(BodyPublishers.ofString(things.encode()))).replaceWithVoid();
        }

        Uni<Void> delete(String path) {
            return send(to(path).DELETE()).replaceWithVoid();
        }

        private HttpRequest.Builder to(String path) {
            URI address = access.admin(path);
            return HttpRequest.newBuilder(address)
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json");
        }
    }
}
