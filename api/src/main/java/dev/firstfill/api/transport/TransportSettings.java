package dev.firstfill.api.transport;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * What follows from the {@code FIRSTFILL_*} variables about certificates and origins. Quarkus wants each store and its
 * use named if, and only if, there is one, which {@code application.properties} cannot say.
 */
public final class TransportSettings implements ConfigSourceFactory {
    /** Above {@code application.properties} (250) and below the environment (300). */
    private static final int ORDINAL = 260;

    /** Quarkus' name for the authorities that Java itself trusts. */
    private static final String JAVAS_OWN = "javax.net.ssl";

    /** The better one first; what is older is broken (RFC 8996). */
    private static final String PROTOCOLS = "TLSv1.3,TLSv1.2";

    private static final Pattern ORIGINS =
            Pattern.compile("https?://[a-z0-9.-]+(:\\d+)?(, *https?://[a-z0-9.-]+(:\\d+)?)*");

    /** How long a renewed certificate may lie there unread. */
    private static final String RELOADED_EVERY = "1h";

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        var settings = new HashMap<String, String>();
        given(context, "FIRSTFILL_TLS_CERT").ifPresent(certificate -> serve(settings, context, certificate));
        given(context, "FIRSTFILL_CORS_ORIGINS").ifPresent(origins -> letIn(settings, origins));
        if (isOver(context, "FIRSTFILL_KEYCLOAK_URL", "https:")) {
            settings.put(
                    "quarkus.oidc.tls.tls-configuration-name",
                    trust(settings, "keycloak", given(context, "FIRSTFILL_KEYCLOAK_CA")));
        }
        if (isOver(context, "FIRSTFILL_REDIS_URL", "rediss:")) {
            settings.put(
                    "quarkus.redis.tls-configuration-name",
                    trust(settings, "redis", given(context, "FIRSTFILL_REDIS_CA")));
            settings.put("quarkus.redis.tls.hostname-verification-algorithm", "HTTPS");
        }
        return List.of(new PropertiesConfigSource(settings, "FIRSTFILL_* about certificates", ORDINAL));
    }

    private static void serve(Map<String, String> settings, ConfigSourceContext context, String certificate) {
        settings.put("quarkus.http.tls-configuration-name", "https");
        settings.put("quarkus.tls.https.key-store.pem.api.cert", certificate);
        given(context, "FIRSTFILL_TLS_KEY")
                .ifPresent(key -> settings.put("quarkus.tls.https.key-store.pem.api.key", key));
        settings.put("quarkus.tls.https.protocols", PROTOCOLS);
        settings.put("quarkus.tls.https.reload-period", RELOADED_EVERY);
        boolean plaintext = given(context, "FIRSTFILL_PLAINTEXT_ALLOWED")
                .map(Boolean::parseBoolean)
                .orElse(false);
        settings.put("quarkus.http.insecure-requests", plaintext ? "enabled" : "disabled");
    }

    /** Pages of these origins and no others; there are no patterns. */
    private static void letIn(Map<String, String> settings, String origins) {
        if (!ORIGINS.matcher(origins).matches()) {
            throw new IllegalArgumentException(
                    "FIRSTFILL_CORS_ORIGINS must list origins such as https://desk.example, separated by commas.");
        }
        settings.put("quarkus.http.cors.enabled", "true");
        settings.put("quarkus.http.cors.origins", origins);
        settings.put("quarkus.http.cors.methods", "GET,POST,PUT,PATCH,DELETE");
        settings.put(
                "quarkus.http.cors.headers", "Authorization,Content-Type,Accept,If-Match,Idempotency-Key,X-Request-Id");
        settings.put("quarkus.http.cors.exposed-headers", "ETag,Location,Retry-After,X-Request-Id");
    }

    private static String trust(Map<String, String> settings, String name, Optional<String> authorities) {
        if (authorities.isEmpty()) {
            return JAVAS_OWN;
        }
        settings.put("quarkus.tls." + name + ".trust-store.pem.certs", authorities.get());
        settings.put("quarkus.tls." + name + ".hostname-verification-algorithm", "HTTPS");
        return name;
    }

    private static boolean isOver(ConfigSourceContext context, String variable, String scheme) {
        return given(context, variable).filter(url -> url.startsWith(scheme)).isPresent();
    }

    private static Optional<String> given(ConfigSourceContext context, String variable) {
        return Optional.ofNullable(context.getValue(variable).getValue()).filter(value -> !value.isBlank());
    }
}
