package dev.firstfill.tenancy.command;

import dev.firstfill.tenancy.audit.CheckpointFolder;
import dev.firstfill.tenancy.audit.NotaryKey;
import dev.firstfill.tenancy.catalogue.DatabaseTls;
import dev.firstfill.tenancy.catalogue.Login;
import dev.firstfill.tenancy.catalogue.Nodes;
import dev.firstfill.tenancy.catalogue.Trusted;
import dev.firstfill.tenancy.provisioning.KeycloakAccess;
import dev.firstfill.tenancy.provisioning.KeycloakOrganisations;
import dev.firstfill.tenancy.provisioning.NoOrganisations;
import dev.firstfill.tenancy.provisioning.Organisations;
import dev.firstfill.tenancy.sealing.KeyEncryption;
import dev.firstfill.tenancy.sealing.KeySettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The {@code FIRSTFILL_*} variables, each looked up when it is needed: listing pharmacies takes no key file. */
final class Settings {
    private static final String USUAL_PORT = "5432";
    private static final String USUAL_DATABASE = "firstfill";
    private static final String USUAL_REALM = "firstfill";
    private static final String IN_CLEAR =
            "what is sent in clear can be read by others; on one machine set FIRSTFILL_PLAINTEXT_ALLOWED=true.";

    private final Map<String, String> environment;

    Settings(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    Nodes nodes() {
        return Nodes.single(
                required("FIRSTFILL_DB_HOST"),
                Integer.parseInt(environment.getOrDefault("FIRSTFILL_DB_PORT", USUAL_PORT)),
                environment.getOrDefault("FIRSTFILL_DB_NAME", USUAL_DATABASE),
                databaseTls());
    }

    /** Passwords, keys and whole exports go this way, so clear text has to be asked for twice. */
    private DatabaseTls databaseTls() {
        var mode = environment.getOrDefault("FIRSTFILL_DB_TLS", DatabaseTls.VERIFY_FULL);
        if (mode.equals(DatabaseTls.DISABLE) && !isPlaintextAllowed()) {
            throw new SettingMissing("FIRSTFILL_DB_TLS is disable, and " + IN_CLEAR);
        }
        return DatabaseTls.of(mode, file("FIRSTFILL_DB_CA"));
    }

    private boolean isPlaintextAllowed() {
        return Boolean.parseBoolean(environment.get("FIRSTFILL_PLAINTEXT_ALLOWED"));
    }

    private Optional<Path> file(String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(name -> !name.isBlank())
                .map(Path::of);
    }

    Login app() {
        return Login.app(required("FIRSTFILL_DB_APP_PASSWORD"));
    }

    Login control() {
        return Login.control(required("FIRSTFILL_DB_CONTROL_PASSWORD"));
    }

    Login owner() {
        return Login.owner(required("FIRSTFILL_DB_OWNER_PASSWORD"));
    }

    KeyEncryption keys() {
        return new KeySettings(variable -> Optional.ofNullable(environment.get(variable))).open();
    }

    CheckpointFolder checkpoints() {
        return new CheckpointFolder(Path.of(required("FIRSTFILL_CHECKPOINTS")));
    }

    Path notaryKeyFile() {
        var file = environment.get("FIRSTFILL_SIGNING_KEY_FILE");
        return file == null ? NotaryKey.besides(Optional.ofNullable(environment.get(KeySettings.FILE))) : Path.of(file);
    }

    /** {@code none} is said, never assumed: a forgotten variable must not make a pharmacy without its people. */
    Organisations organisations() {
        var url = required("FIRSTFILL_KEYCLOAK_URL");
        if (url.equals("none")) {
            return new NoOrganisations();
        }
        if (!url.startsWith("https:") && !isPlaintextAllowed()) {
            throw new SettingMissing("FIRSTFILL_KEYCLOAK_URL is not https, and " + IN_CLEAR);
        }
        return new KeycloakOrganisations(new KeycloakAccess(
                URI.create(url),
                environment.getOrDefault("FIRSTFILL_KEYCLOAK_REALM", USUAL_REALM),
                required("FIRSTFILL_KEYCLOAK_PROVISIONER_SECRET"),
                new Trusted(file("FIRSTFILL_KEYCLOAK_CA"))));
    }

    private String required(String variable) {
        var value = environment.get(variable);
        if (value == null || value.isBlank()) {
            throw new SettingMissing("The variable %s is not set.".formatted(variable));
        }
        return value;
    }

    static final class SettingMissing extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SettingMissing(String what) {
            super(what + " See --help.");
        }
    }
}
