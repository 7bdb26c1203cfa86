package dev.firstfill.api.platform;

import io.smallrye.config.ConfigMapping;

/** Where the database is, and with which passwords its three logins are used. */
@ConfigMapping(prefix = "firstfill.db")
public interface DatabaseConfig {
    String host();

    int port();

    String name();

    String appPassword();

    String controlPassword();

    String ownerPassword();
}
