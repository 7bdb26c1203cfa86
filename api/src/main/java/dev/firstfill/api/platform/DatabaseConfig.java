package dev.firstfill.api.platform;

import dev.firstfill.tenancy.catalogue.DatabaseTls;
import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where the database is, and with which passwords its three logins are used. */
@ConfigMapping(prefix = "firstfill.db")
public interface DatabaseConfig {
    String host();

    int port();

    String name();

    String appPassword();

    String controlPassword();

    String ownerPassword();

    /** {@code verify-full} or {@code disable}. */
    String tls();

    /** Who vouches for the servers' certificates, as PEM. */
    Optional<Path> ca();

    default DatabaseTls protection() {
        return DatabaseTls.of(tls(), ca());
    }
}
