package dev.firstfill.tenancy.provisioning;

import dev.firstfill.tenancy.catalogue.Trusted;
import java.net.URI;
import java.util.Optional;

/**
 * Where Keycloak is, and how the platform proves itself there.
 *
 * @param secret of the client {@code firstfill-provisioner}, whose service account may manage organisations
 * @param trusted who vouches for its certificate, when it is asked over HTTPS
 */
public record KeycloakAccess(URI url, String realm, String secret, Trusted trusted) {

    static final String CLIENT = "firstfill-provisioner";

    public KeycloakAccess {
        url = URI.create(url.toString().replaceFirst("/+$", ""));
    }

    /** Believing whom Java believes. */
    public KeycloakAccess(URI url, String realm, String secret) {
        this(url, realm, secret, new Trusted(Optional.empty()));
    }

    URI tokens() {
        return URI.create("%s/realms/%s/protocol/openid-connect/token".formatted(url, realm));
    }

    URI admin(String path) {
        return URI.create("%s/admin/realms/%s/%s".formatted(url, realm, path));
    }

    /** Without the secret: records print their fields, and this one would end up in a log. */
    @Override
    public String toString() {
        return url + "/realms/" + realm;
    }
}
