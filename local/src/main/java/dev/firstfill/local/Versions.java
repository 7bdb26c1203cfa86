package dev.firstfill.local;

import java.io.IOException;
import java.util.Objects;
import java.util.Properties;

/** Which release of each program the build has put on the class path. Caches are kept per version. */
final class Versions {

    private Versions() {}

    static String of(Server server) throws IOException {
        var versions = new Properties();
        try (var in = Objects.requireNonNull(Versions.class.getResourceAsStream("versions.properties"))) {
            versions.load(in);
        }
        return versions.getProperty(server.folder());
    }
}
