package dev.firstfill.tenancy.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.kernel.Seals.Place;
import dev.firstfill.tenancy.catalogue.TenantId;
import dev.firstfill.tenancy.sealing.VaultTransit.VaultKey;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VaultTransitTest {
    private static final byte[] HERE = "here".getBytes(UTF_8);
    private static final byte[] PLAIN = "a keyset".getBytes(UTF_8);

    private VaultSimulator vault;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws Exception {
        vault = new VaultSimulator();
        vault.tokens.add("hvs.known");
    }

    @AfterEach
    void stop() {
        vault.close();
    }

    @Test
    void a_pharmacys_keys_are_wrapped_and_unwrapped_by_vault() throws Exception {
        var tenant = TenantId.create();
        var place = new Place("drug", "note", new UUID(7, 7));

        var wrapped = TenantKeyset.create(tenant, withToken("hvs.known"));
        var sealed =
                TenantKeyset.unwrap(tenant, wrapped, withToken("hvs.known")).seal(place, PLAIN);

        assertThat(TenantKeyset.unwrap(tenant, wrapped, withToken("hvs.known")).open(place, sealed))
                .isEqualTo(PLAIN);
        assertThat(new String(wrapped.sealing(), UTF_8)).contains("vault:v1:");
        assertThatThrownBy(() -> TenantKeyset.unwrap(TenantId.create(), wrapped, withToken("hvs.known")))
                .as("another pharmacy's keys")
                .hasMessageContaining("message authentication failed");
    }

    @Test
    void a_policy_that_forbids_it_is_named() {
        assertThatThrownBy(() -> withToken("hvs.unknown").encrypt(PLAIN, HERE))
                .isInstanceOf(GeneralSecurityException.class)
                .hasMessage("Vault's policy does not let this program encrypt with the key firstfill (403).");
    }

    @Test
    void a_sealed_vault_is_named() {
        vault.sealed = true;

        assertThatThrownBy(() -> withToken("hvs.known").encrypt(PLAIN, HERE))
                .isInstanceOf(GeneralSecurityException.class)
                .hasMessage("Vault is sealed or in maintenance (503).");
    }

    @Test
    void a_silent_vault_is_not_waited_for() {
        vault.silent = true;
        var impatient = new VaultTransit(key(), token("hvs.known"), Duration.ofMillis(50));

        assertThatThrownBy(() -> impatient.encrypt(PLAIN, HERE))
                .isInstanceOf(GeneralSecurityException.class)
                .hasMessageEndingWith("did not answer in time.");
    }

    @Test
    void a_vault_that_is_not_there_is_named() {
        var nobody = new VaultKey(URI.create("http://127.0.0.1:1"), "transit", "firstfill");

        assertThatThrownBy(() -> new VaultTransit(nobody, token("hvs.known")).encrypt(PLAIN, HERE))
                .isInstanceOf(GeneralSecurityException.class)
                .hasMessage("Vault at http://127.0.0.1:1 cannot be reached.");
    }

    @Test
    void a_key_that_vault_does_not_have_is_named() {
        var missing = new VaultKey(vault.address(), "transit", "missing");

        assertThatThrownBy(() -> new VaultTransit(missing, token("hvs.known")).encrypt(PLAIN, HERE))
                .isInstanceOf(GeneralSecurityException.class)
                .hasMessage("Vault did not encrypt with the key missing (400): [\"encryption key not found\"]");
    }

    @Test
    void an_approle_logs_in_once_and_again_when_its_token_was_revoked() throws Exception {
        var secret = Files.writeString(folder.resolve("secret-id"), VaultSimulator.SECRET_ID + "\n");
        var role = new VaultTransit(
                key(), new VaultLogin.AppRole(VaultSimulator.ROLE_ID, secret, Optional.empty(), Clock.systemUTC()));

        var there = role.encrypt(PLAIN, HERE);
        assertThat(role.decrypt(there, HERE)).isEqualTo(PLAIN);
        assertThat(vault.asked).filteredOn("/v1/auth/approle/login"::equals).hasSize(1);

        vault.tokens.clear();
        vault.tokens.add("hvs.other");
        assertThat(role.decrypt(there, HERE)).isEqualTo(PLAIN);
        assertThat(vault.asked).filteredOn("/v1/auth/approle/login"::equals).hasSize(2);
    }

    @Test
    void an_approle_that_vault_does_not_know_is_refused() throws Exception {
        var secret = Files.writeString(folder.resolve("secret-id"), "guessed");
        var role = new VaultTransit(
                key(), new VaultLogin.AppRole(VaultSimulator.ROLE_ID, secret, Optional.empty(), Clock.systemUTC()));

        assertThatThrownBy(() -> role.encrypt(PLAIN, HERE))
                .isInstanceOf(GeneralSecurityException.class)
                .hasMessage("Vault refused the AppRole (400): role id or secret id is wrong, or has ended.");
    }

    @Test
    void a_program_whose_key_cannot_be_used_does_not_start_and_says_why() throws Exception {
        var settings = settings(Map.of());
        assertThat(settings.open().aead().encrypt(PLAIN, HERE)).isNotEmpty();

        vault.sealed = true;

        assertThatThrownBy(settings::open)
                .isInstanceOf(KeyEncryptionUnusable.class)
                .hasMessage("The key-encryption key cannot be used: Vault is sealed or in maintenance (503).");
    }

    @Test
    void the_key_of_before_opens_what_it_encrypted_and_encrypts_nothing_any_more() throws Exception {
        var file = folder.resolve("before.json");
        var before = LocalKeyFile.openOrCreate(file).aead();
        var encryptedBefore = before.encrypt(PLAIN, HERE);

        var both = settings(Map.of(KeySettings.PREVIOUS, "file:" + file)).open().aead();

        assertThat(both.decrypt(encryptedBefore, HERE)).isEqualTo(PLAIN);
        assertThat(new String(both.encrypt(PLAIN, HERE), UTF_8)).startsWith("vault:v1:");
        assertThatThrownBy(() -> settings(Map.of()).open().aead().decrypt(encryptedBefore, HERE))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void vault_is_spoken_to_without_tls_on_this_machine_only() {
        assertThatThrownBy(() -> settings(
                                Map.of(KeySettings.KEY, "hcvault+http://vault.example:8200/transit/keys/firstfill"))
                        .open())
                .hasMessageStartingWith("Without TLS, Vault is spoken to on this machine only");
    }

    @Test
    void an_address_that_names_no_key_is_refused() {
        assertThatThrownBy(() -> settings(Map.of(KeySettings.KEY, "vault:8200")).open())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("FIRSTFILL_KEY names no key");
    }

    private KeySettings settings(Map<String, String> others) throws IllegalStateException {
        var variables = new java.util.HashMap<>(Map.of(
                KeySettings.KEY,
                vault.address().toString().replace("http", "hcvault+http") + "/transit/keys/firstfill",
                KeySettings.VAULT_TOKEN_FILE,
                tokenFile("hvs.known").toString()));
        variables.putAll(others);
        return new KeySettings(name -> Optional.ofNullable(variables.get(name)));
    }

    private VaultTransit withToken(String token) {
        return new VaultTransit(key(), token(token));
    }

    private VaultKey key() {
        return new VaultKey(vault.address(), "transit", "firstfill");
    }

    private VaultLogin token(String token) {
        return new VaultLogin.TokenFile(tokenFile(token), Optional.empty());
    }

    private Path tokenFile(String token) {
        try {
            return Files.writeString(folder.resolve("token"), token + "\n");
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
