package dev.firstfill.local;

import java.util.Map;
import java.util.stream.Collectors;

/** A server that Firstfill needs beside it, and where it likes to listen on a developer's machine. */
public enum Server {
    POSTGRES("PostgreSQL", "postgres", 15432, "FIRSTFILL_DB_", "HOST"),
    REDIS("Redis", "redis", 16379, "FIRSTFILL_REDIS_", "URL"),
    KEYCLOAK("Keycloak", "keycloak", 18080, "FIRSTFILL_KEYCLOAK_", "URL");

    private final String title;
    private final String folder;
    private final int preferredPort;
    private final String variablePrefix;
    private final String addressVariable;

    Server(String title, String folder, int preferredPort, String variablePrefix, String address) {
        this.title = title;
        this.folder = folder;
        this.preferredPort = preferredPort;
        this.variablePrefix = variablePrefix;
        addressVariable = variablePrefix + address;
    }

    String title() {
        return title;
    }

    String folder() {
        return folder;
    }

    /** Below the ports that systems hand out for outgoing calls, so that it is still free at the next start. */
    int preferredPort() {
        return preferredPort;
    }

    /** A hundred apart, so that neither's neighbours are the other's. */
    Listening preferred() {
        return new Listening(preferredPort, preferredPort + 100);
    }

    /**
     * The variables about a server that someone else runs, as they are set for this program; empty when its
     * address is not among them, and then the server is ours to start.
     */
    Map<String, String> external(Map<String, String> environment) {
        if (!environment.containsKey(addressVariable)) {
            return Map.of();
        }
        return environment.entrySet().stream()
                .filter(variable -> variable.getKey().startsWith(variablePrefix))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
