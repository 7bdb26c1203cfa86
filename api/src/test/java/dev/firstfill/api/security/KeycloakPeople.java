package dev.firstfill.api.security;

import dev.firstfill.tenancy.catalogue.Tenant;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;

/** People on the real Keycloak: made by its administration interface, logged in by their password. */
final class KeycloakPeople {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(20);
    private static final String PASSWORD = "correct horse battery staple";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url = config("firstfill.keycloak.url");
    private final String realm = config("firstfill.keycloak.realm");
    private final String administrator = token(Map.of(
            "grant_type", "client_credentials",
            "client_id", "firstfill-provisioner",
            "client_secret", config("firstfill.keycloak.provisioner-secret")));

    /** @return the new person's id and login name, the same */
    Person hire(String firstName, Tenant pharmacy, Role... roles) {
        var login = firstName + "-" + UUID.randomUUID().toString().substring(0, 8);
        var user = new JsonObject()
                .put("username", login)
                .put("enabled", true)
                .put("emailVerified", true)
                .put("firstName", firstName)
                .put("lastName", "Tested")
                .put("email", login + "@example.com")
                .put(
                        "credentials",
                        JsonArray.of(new JsonObject()
                                .put("type", "password")
                                .put("value", PASSWORD)
                                .put("temporary", false)));
        var address = admin("POST", "users", user.encode())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        var person = new Person(address.substring(address.lastIndexOf('/') + 1), login);
        join(person, pharmacy, roles);
        return person;
    }

    record Person(String id, String login) {}

    void join(Person person, Tenant pharmacy, Role... roles) {
        var organisation = "organizations/" + pharmacy.organisation();
        admin("POST", organisation + "/members", person.id());
        var groups =
                new JsonArray(admin("GET", organisation + "/groups?max=100", "").body());
        for (var role : roles) {
            groups.stream()
                    .map(JsonObject.class::cast)
                    .filter(group -> group.getString("name").equals(role.wireName()))
                    .forEach(group -> admin(
                            "PUT", organisation + "/groups/" + group.getString("id") + "/members/" + person.id(), ""));
        }
    }

    String login(Person person, String scope) {
        return token(Map.of(
                "grant_type",
                "password",
                "client_id",
                "firstfill-dev",
                "username",
                person.login(),
                "password",
                PASSWORD,
                "scope",
                scope));
    }

    private String token(Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(
                        URI.create("%s/realms/%s/protocol/openid-connect/token".formatted(url, realm)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        return new JsonObject(send(request).body()).getString("access_token");
    }

    private HttpResponse<String> admin(String verb, String path, String body) {
        return send(HttpRequest.newBuilder(URI.create("%s/admin/realms/%s/%s".formatted(url, realm, path)))
                .header("Authorization", "Bearer " + administrator)
                .header("Content-Type", "application/json")
                .method(verb, BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder builder) {
        try {
            var answer = http.send(builder.timeout(ANSWER_MAX).build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new AssertionError(answer + " " + answer.body());
            }
            return answer;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private static String config(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
