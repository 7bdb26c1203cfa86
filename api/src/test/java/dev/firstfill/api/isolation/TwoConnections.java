package dev.firstfill.api.isolation;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Few connections, so that everybody waits for them and nobody gets a fresh one. */
public final class TwoConnections implements QuarkusTestProfile {
    static final int CONNECTIONS = 2;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.datasource.reactive.max-size",
                Integer.toString(CONNECTIONS),
                // Fifty organisations in Keycloak would take longer than the storm and add nothing to it.
                "firstfill.keycloak.provisioner-secret",
                "");
    }
}
