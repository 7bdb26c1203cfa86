package dev.firstfill.tenancy.sealing;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Which key encrypts the pharmacies' keys, by its address: {@code file:/etc/firstfill/key-encryption-key.json} or
 * {@code hcvault://vault.example:8200/transit/keys/firstfill}.
 *
 * <p>While keys are encrypted anew with another key, {@link #PREVIOUS} names the one before, and both can be used.
 */
public final class KeySettings {
    public static final String KEY = "FIRSTFILL_KEY";
    public static final String PREVIOUS = "FIRSTFILL_KEY_PREVIOUS";
    public static final String FILE = "FIRSTFILL_KEY_FILE";
    public static final String CREATE = "FIRSTFILL_KEY_CREATE";
    public static final String VAULT_TOKEN_FILE = "FIRSTFILL_VAULT_TOKEN_FILE";
    public static final String VAULT_ROLE_ID = "FIRSTFILL_VAULT_ROLE_ID";
    public static final String VAULT_SECRET_ID_FILE = "FIRSTFILL_VAULT_SECRET_ID_FILE";
    public static final String VAULT_NAMESPACE = "FIRSTFILL_VAULT_NAMESPACE";

    /** Vault Agent listens on this machine without TLS, and nothing else may. */
    private static final Pattern VAULT = Pattern.compile("hcvault(\\+http)?://([^/]+)/(.+)/keys/([^/]+)");

    private static final String USUAL_FILE = "/etc/firstfill/key-encryption-key.json";

    private final Function<String, Optional<String>> variables;

    /** @param variables gives the value of a variable by its name */
    public KeySettings(Function<String, Optional<String>> variables) {
        this.variables = variables;
    }

    /**
     * Opens the key, and tries it once.
     *
     * @throws KeyEncryptionUnusable when it cannot encrypt and decrypt
     */
    public KeyEncryption open() {
        var present = at(find(KEY).orElseGet(() -> "file:" + find(FILE).orElse(USUAL_FILE)));
        var previous = find(PREVIOUS).map(this::at);
        return KeyEncryptionUnusable.unlessUsable(
                previous.<KeyEncryption>map(before -> new PresentAndPrevious(present, before))
                        .orElse(present));
    }

    private KeyEncryption at(String address) {
        if (address.startsWith("file:")) {
            var file = Path.of(address.substring("file:".length()));
            return find(CREATE).map(Boolean::parseBoolean).orElse(false)
                    ? LocalKeyFile.openOrCreate(file)
                    : LocalKeyFile.open(file);
        }
        var vault = VAULT.matcher(address);
        if (vault.matches()) {
            var server = URI.create((vault.group(1) == null ? "https://" : "http://") + vault.group(2));
            if (vault.group(1) != null && !isHere(server)) {
                throw new IllegalStateException("Without TLS, Vault is spoken to on this machine only: " + address);
            }
            return new VaultTransit(new VaultTransit.VaultKey(server, vault.group(3), vault.group(4)), vaultLogin());
        }
        throw new IllegalStateException(
                "%s names no key: it is file:<path> or hcvault://<host>/<mount>/keys/<name>.".formatted(KEY));
    }

    private static boolean isHere(URI server) {
        return server.getHost().equals("127.0.0.1") || server.getHost().equals("localhost");
    }

    private VaultLogin vaultLogin() {
        var namespace = find(VAULT_NAMESPACE);
        return find(VAULT_TOKEN_FILE)
                .<VaultLogin>map(file -> new VaultLogin.TokenFile(Path.of(file), namespace))
                .orElseGet(() -> new VaultLogin.AppRole(
                        required(VAULT_ROLE_ID),
                        Path.of(required(VAULT_SECRET_ID_FILE)),
                        namespace,
                        Clock.systemUTC()));
    }

    private Optional<String> find(String variable) {
        return variables.apply(variable).filter(value -> !value.isBlank());
    }

    private String required(String variable) {
        return find(variable)
                .orElseThrow(() -> new IllegalStateException("The variable %s is not set.".formatted(variable)));
    }
}
