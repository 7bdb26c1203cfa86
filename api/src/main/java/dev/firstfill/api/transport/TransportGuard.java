package dev.firstfill.api.transport;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps the program from starting when something would travel in clear, unless that has been allowed. */
@Singleton
class TransportGuard {
    /** Before anything connects to anywhere. */
    private static final int FIRST = 1;

    private final Transport transport;
    private final boolean plaintextAllowed;

    TransportGuard(
            TlsConfigurationRegistry certificates,
            @ConfigProperty(name = "quarkus.http.tls-configuration-name") Optional<String> https,
            @ConfigProperty(name = "quarkus.http.insecure-requests", defaultValue = "enabled") String insecureRequests,
            @ConfigProperty(name = "firstfill.db.tls") String database,
            @ConfigProperty(name = "quarkus.redis.hosts") List<String> redis,
            @ConfigProperty(name = "firstfill.keycloak.url") String keycloak,
            @ConfigProperty(name = "firstfill.payer.url") Optional<String> payer,
            @ConfigProperty(name = "firstfill.transport.plaintext-allowed") boolean plaintextAllowed) {
        var certificate = https.map(certificates::get)
                .orElseGet(certificates::getDefault)
                .map(TlsConfiguration::getKeyStoreOptions);
        this.transport = new Transport(certificate.isPresent(), insecureRequests, database, redis, keycloak, payer);
        this.plaintextAllowed = plaintextAllowed;
    }

    void look(@Observes @Priority(FIRST) StartupEvent starting) {
        var breaches = transport.breaches();
        if (breaches.isEmpty()) {
            return;
        }
        if (!plaintextAllowed) {
            // Quarkus prints its message alone and ends with 1.
            throw new ConfigurationException(
                    "Refusing to start, because data would travel in clear. " + String.join(" ", breaches));
        }
        breaches.forEach(breach -> Log.warn("FIRSTFILL_PLAINTEXT_ALLOWED: " + breach));
    }
}
