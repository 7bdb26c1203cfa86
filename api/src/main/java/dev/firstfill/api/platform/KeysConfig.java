package dev.firstfill.api.platform;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Where the key-encryption key is. */
@ConfigMapping(prefix = "firstfill.keys")
interface KeysConfig {
    Path file();

    /** Only for development: in production a missing key file means that something is badly wrong. */
    boolean createMissing();
}
