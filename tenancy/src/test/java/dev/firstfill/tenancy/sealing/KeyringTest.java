package dev.firstfill.tenancy.sealing;

import static dev.firstfill.tenancy.OnePlatform.OPERATOR;
import static dev.firstfill.tenancy.OnePlatform.await;
import static dev.firstfill.tenancy.OnePlatform.northgate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import dev.firstfill.kernel.Refusal;
import dev.firstfill.tenancy.OnePlatform;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.migration.Migrations;
import dev.firstfill.tenancy.migration.TenantSchemas;
import dev.firstfill.tenancy.provisioning.NoOrganisations;
import dev.firstfill.tenancy.provisioning.Tenancies;
import dev.firstfill.tenancy.routing.TenantContexts;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeyringTest {
    private final OnePlatform platform = OnePlatform.open();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T12:00:00Z"));
    private final SometimesAway keyEncryption = new SometimesAway();
    private final Keyring keyring =
            new Keyring(keyEncryption, platform.keys, Infrastructure.getDefaultWorkerPool(), clock());
    private final Tenant pharmacy = await(new Tenancies(
                    platform.tenants,
                    platform.catalogue,
                    new TenantSchemas(platform.owner, Migrations.ofTenants()),
                    platform.keys,
                    new NoOrganisations())
            .provision(northgate(), OPERATOR));

    private Clock clock() {
        InstantSource source = now::get;
        return source.withZone(ZoneOffset.UTC);
    }

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void keys_are_unwrapped_once_in_five_minutes() {
        var first = fetch(pharmacy);

        now.updateAndGet(time -> time.plus(Keyring.KEPT_FOR.minusMillis(1)));
        assertThat(fetch(pharmacy)).isSameAs(first);

        now.updateAndGet(time -> time.plusMillis(1));
        assertThat(fetch(pharmacy)).isNotSameAs(first);
    }

    @Test
    void destroyed_keys_are_gone_for_a_replica_that_sees_the_catalogue_as_soon_as_it_looks() {
        fetch(pharmacy);

        await(platform.keys.destroy(pharmacy.id()));
        await(platform.catalogue.refresh());

        var seen = platform.catalogue.withId(pharmacy.id()).orElseThrow();
        assertGone(seen);
    }

    @Test
    void destroyed_keys_are_gone_for_a_replica_that_sees_no_catalogue_when_its_memory_ends() {
        fetch(pharmacy);
        await(platform.keys.destroy(pharmacy.id()));
        assertThat(fetch(pharmacy)).as("from memory").isNotNull();

        now.updateAndGet(time -> time.plus(Keyring.KEPT_FOR));

        assertGone(pharmacy);
        assertGone(pharmacy);
    }

    private void assertGone(Tenant tenant) {
        assertThatThrownBy(() -> fetch(tenant)).isInstanceOfSatisfying(KeysDestroyed.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.GONE);
            assertThat(refusal.code()).isEqualTo("keys-destroyed");
        });
    }

    @Test
    void while_the_key_service_is_away_known_keys_serve_and_others_are_refused_for_now() {
        var known = fetch(pharmacy);
        keyEncryption.away = true;
        assertThat(fetch(pharmacy)).isSameAs(known);

        now.updateAndGet(time -> time.plus(Duration.ofMinutes(5)));
        assertThatThrownBy(() -> fetch(pharmacy))
                .isInstanceOfSatisfying(KeysUnavailable.class, refusal -> assertThat(refusal.kind())
                        .isEqualTo(Refusal.Kind.UNAVAILABLE));

        keyEncryption.away = false;
        assertThat(fetch(pharmacy)).isNotNull();
    }

    private TenantKeyset fetch(Tenant tenant) {
        return await(new TenantContexts(OnePlatform.vertx().getDelegate()).in(tenant, () -> keyring.of(tenant)));
    }

    /** The real key, which cannot always be reached. */
    private static final class SometimesAway implements KeyEncryption, Aead {
        private final Aead key = OnePlatform.keyEncryption().aead();
        volatile boolean away;

        @Override
        public Aead aead() {
            return this;
        }

        @Override
        public byte[] encrypt(byte[] plaintext, byte[] associatedData) throws GeneralSecurityException {
            return key.encrypt(plaintext, associatedData);
        }

        @Override
        public byte[] decrypt(byte[] ciphertext, byte[] associatedData) throws GeneralSecurityException {
            if (away) {
                throw new GeneralSecurityException("The key service cannot be reached.");
            }
            return key.decrypt(ciphertext, associatedData);
        }
    }
}
