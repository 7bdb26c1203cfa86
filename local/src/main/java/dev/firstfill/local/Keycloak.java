package dev.firstfill.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Keycloak with Firstfill's realm. It calls itself by its plain HTTP address, because nothing leaves this machine; the
 * same is served over HTTPS beside it.
 */
final class Keycloak implements LocalServer {

    static final String REALM = "firstfill";
    static final String STOP_SIGNAL = "TERM";

    private final Instance instance;
    private final KeycloakPrograms programs;
    private final Path folder;
    private final SigningKey signingKey;
    private final Certificates certificates;
    private final String provisionerSecret;
    private final String operatorSecret;
    private final String adminPassword;

    Keycloak(Instance instance, Secrets secrets, Certificates certificates, KeycloakPrograms programs)
            throws IOException {
        this.instance = instance;
        this.programs = programs;
        this.certificates = certificates;
        folder = instance.folder(Server.KEYCLOAK).resolve("home");
        signingKey = SigningKey.keptIn(instance.folder());
        provisionerSecret = secrets.of("keycloak.provisioner");
        operatorSecret = secrets.of("keycloak.operator");
        adminPassword = secrets.of("keycloak.admin");
    }

    @Override
    public Server kind() {
        return Server.KEYCLOAK;
    }

    SigningKey signingKey() {
        return signingKey;
    }

    Tokens tokens(int port) {
        return new Tokens(url(port), REALM, operatorSecret, adminPassword);
    }

    @Override
    public void prepare() throws IOException {
        if (!instance.isDurable()) {
            Tree.delete(folder);
        }
        programs.furnish(folder);
        var imports = Files.createDirectories(folder.resolve("data/import"));
        PrivateFile.write(imports.resolve("firstfill-realm.json"), realm());
    }

    /** Keycloak imports it when its database has no such realm yet, and otherwise leaves the realm as it is. */
    private String realm() throws IOException {
        try (var file = Objects.requireNonNull(Keycloak.class.getResourceAsStream("/keycloak/firstfill-realm.json"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${signing.keyId}", signingKey.keyId())
                    .replace("${signing.privateKey}", signingKey.encoded())
                    .replace("${provisioner.secret}", provisionerSecret)
                    .replace("${operator.secret}", operatorSecret)
                    .replace("${admin.password}", adminPassword);
        }
    }

    @Override
    public List<String> command(Listening at) {
        return programs.startCommand(folder, at, certificates);
    }

    /** The published keys must hold ours: then it is our Keycloak, and it has the realm. */
    @Override
    public boolean answers(int port) {
        return Probe.read(url(port) + "/realms/" + REALM + "/protocol/openid-connect/certs")
                .filter(keys -> keys.contains(signingKey.keyId()))
                .isPresent();
    }

    @Override
    public void furnish(int port) {
        // The realm file holds everything; pharmacies make their own organisations.
    }

    private static String url(int port) {
        return "http://%s:%d".formatted(Ports.HOST, port);
    }

    @Override
    public Map<String, String> variables(int port) {
        return Map.of(
                "FIRSTFILL_KEYCLOAK_URL", url(port),
                "FIRSTFILL_KEYCLOAK_REALM", REALM,
                "FIRSTFILL_KEYCLOAK_PROVISIONER_SECRET", provisionerSecret);
    }

    @Override
    public Map<String, String> variablesOverTls(Listening at) {
        return Map.of(
                "FIRSTFILL_KEYCLOAK_URL", "https://%s:%d".formatted(Ports.HOST, at.tlsPort()),
                "FIRSTFILL_KEYCLOAK_CA", certificates.authority().toString());
    }

    @Override
    public Duration startLimit() {
        return Duration.ofMinutes(2);
    }

    @Override
    public String stopSignal() {
        return STOP_SIGNAL;
    }

    @Override
    public Duration stopLimit() {
        return Duration.ofSeconds(15);
    }
}
