package dev.firstfill.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Access tokens from a realm, asked for as its clients ask.
 *
 * @param keycloak Keycloak's address
 * @param realm the realm's name
 * @param operatorSecret of the client {@code firstfill-operator}
 * @param adminPassword of the realm's own administrator
 */
public record Tokens(String keycloak, String realm, String operatorSecret, String adminPassword) {

    /** The realm's own administrator, for the console; there is no other. */
    static final String ADMIN = "keycloak-admin";

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A person's, for the one pharmacy they belong to. */
    public String ofPerson(String username, String password) {
        return ask(
                Form.of("password", "firstfill-dev").with("username", username).with("password", password));
    }

    /** A person's who belongs to several pharmacies, for one of them. */
    public String ofPersonAt(String pharmacy, String username, String password) {
        return ask(Form.of("password", "firstfill-dev")
                .with("username", username)
                .with("password", password)
                .with("scope", "organization:" + pharmacy));
    }

    /** A machine's. */
    public String ofClient(String clientId, String secret) {
        return ask(Form.of("client_credentials", clientId).with("client_secret", secret));
    }

    /** That of the platform's operator. */
    public String ofOperator() {
        return ofClient("firstfill-operator", operatorSecret);
    }

    /** For Keycloak's own administration of this realm; the platform does not accept it. */
    public String ofKeycloakAdmin() {
        return ask(Form.of("password", "admin-cli").with("username", ADMIN).with("password", adminPassword));
    }

    private String ask(Form form) {
        var address = "%s/realms/%s/protocol/openid-connect/token".formatted(keycloak, realm);
        var request = HttpRequest.newBuilder(URI.create(address))
                .timeout(LIMIT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.text()))
                .build();
        try {
            var response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            var token = JSON.readTree(response.body()).path("access_token").asText();
            if (token.isEmpty()) {
                throw new LocalStackFailure("Keycloak gave no token to client '%s': %d %s"
                        .formatted(form.clientId(), response.statusCode(), response.body()));
            }
            return token;
        } catch (IOException e) {
            throw new LocalStackFailure("Keycloak could not be asked for a token at " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackFailure("Interrupted while asking for a token", e);
        }
    }

    /** What is sent to ask for a token. */
    private record Form(String clientId, String text) {

        static Form of(String grantType, String clientId) {
            return new Form(clientId, "grant_type=" + grantType).with("client_id", clientId);
        }

        Form with(String field, String value) {
            return new Form(clientId, text + "&" + field + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    /** Never shows a secret. */
    @Override
    public String toString() {
        return "Tokens of " + keycloak + "/realms/" + realm;
    }
}
