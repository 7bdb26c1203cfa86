package dev.firstfill.api.platform;

import dev.firstfill.tenancy.catalogue.Trusted;
import dev.firstfill.tenancy.provisioning.KeycloakAccess;
import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where people and their organisations are kept. */
@ConfigMapping(prefix = "firstfill.keycloak")
interface KeycloakConfig {
    URI url();

    String realm();

    Optional<String> provisionerSecret();

    /** Who vouches for its certificate, as PEM. */
    Optional<Path> ca();

    default KeycloakAccess access(String secret) {
        return new KeycloakAccess(url(), realm(), secret, new Trusted(ca()));
    }
}
