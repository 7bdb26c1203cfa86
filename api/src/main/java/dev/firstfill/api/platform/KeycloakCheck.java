package dev.firstfill.api.platform;

import io.quarkus.tls.TlsConfigurationRegistry;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether Keycloak gives out its keys. Tokens signed with keys that are known already are served without it, so a
 * replica stays ready: taking all of them out of service would turn Keycloak's outage into everybody's.
 */
@Readiness
@ApplicationScoped
class KeycloakCheck implements AsyncHealthCheck {
    private static final int OK = 200;

    private final HttpClient http;
    private final RequestOptions keys;

    KeycloakCheck(
            Vertx vertx,
            TlsConfigurationRegistry certificates,
            @ConfigProperty(name = "quarkus.oidc.tls.tls-configuration-name") Optional<String> trusted,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") String issuer,
            @ConfigProperty(name = "quarkus.oidc.jwks-path") String keysPath) {
        var timeoutMs = (int) Checks.ANSWER_WITHIN.toMillis();
        var options = new HttpClientOptions().setConnectTimeout(timeoutMs);
        trusted.flatMap(certificates::get).ifPresent(tls -> options.setTrustOptions(tls.getTrustStoreOptions()));
        this.http = vertx.createHttpClient(options);
        this.keys = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(issuer + keysPath)
                .setTimeout(timeoutMs);
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Checks.helpful("keycloak", Uni.createFrom().completionStage(() -> http.request(keys)
                .compose(request -> request.send().compose(KeycloakCheck::givenOut))
                .toCompletionStage()));
    }

    private static io.vertx.core.Future<Void> givenOut(HttpClientResponse response) {
        return response.statusCode() == OK
                ? response.end()
                : io.vertx.core.Future.failedFuture("status " + response.statusCode());
    }
}
