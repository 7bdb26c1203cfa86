package dev.firstfill.api.platform;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** Where people and their organisations are kept. */
@ConfigMapping(prefix = "firstfill.keycloak")
interface KeycloakConfig {
    URI url();

    String realm();

    Optional<String> provisionerSecret();
}
