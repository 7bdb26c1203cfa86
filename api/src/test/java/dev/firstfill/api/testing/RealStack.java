package dev.firstfill.api.testing;

import dev.firstfill.local.LocalStack;
import dev.firstfill.local.payer.PayerSimulator;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Starts PostgreSQL, Redis and Keycloak, or finds them running, and tells the API under test where they are. */
public final class RealStack implements QuarkusTestResourceLifecycleManager {
    static final String NAME = "check";

    /** Ends with the program, as the stack does. */
    private static final PayerSimulator PAYER = PayerSimulator.listeningOn(0);

    @Override
    public Map<String, String> start() {
        var settings = new HashMap<>(LocalStack.named(NAME).start().environment());
        settings.put("FIRSTFILL_KEY_FILE", keyFile().toString());
        settings.put("FIRSTFILL_KEY_CREATE", "true");
        settings.put(
                "FIRSTFILL_CHECKPOINTS", keyFile().resolveSibling("checkpoints").toString());
        settings.put("FIRSTFILL_MIGRATE_CONTROL_AT_START", "true");
        settings.put("FIRSTFILL_CURSOR_SECRET", "of the tests");
        settings.put("FIRSTFILL_PAYER_URL", PAYER.url().toString());
        return settings;
    }

    /** Beside the database it belongs to: a new key for an old database would leave its pharmacies unreadable. */
    static Path keyFile() {
        return Path.of(System.getProperty("firstfill.root"), ".local", NAME, "key-encryption-key.json");
    }

    @Override
    public void stop() {
        // The stack ends with the program that started it; other modules' tests may still need it.
    }
}
