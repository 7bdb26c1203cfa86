package dev.firstfill.tenancy.sealing;

import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantId;
import dev.firstfill.tenancy.routing.WayBack;
import io.smallrye.mutiny.Uni;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * The unwrapped keys of the pharmacies served lately. Each is unwrapped once and kept for {@link #KEPT_FOR}, so that a
 * destroyed key stops working everywhere within that time without anybody telling the replicas. A change of the keys
 * takes a revision of the catalogue and is noticed sooner: by every replica that sees the catalogue, in about a second.
 */
public final class Keyring {
    static final Duration KEPT_FOR = Duration.ofMinutes(5);

    private final KeyEncryption keyEncryption;
    private final TenantKeys keys;
    private final Executor blocking;
    private final Clock clock;
    private final Map<TenantId, Entry> entries = new ConcurrentHashMap<>();

    /** @param revision of the catalogue, as it was when the keys were fetched or before */
    private record Entry(TenantKeyset keyset, long revision, Instant until) {
        boolean servesAt(Instant now, long latestRevision) {
            return revision >= latestRevision && now.isBefore(until);
        }
    }

    /** @param blocking where unwrapping runs, since it may call a key service */
    public Keyring(KeyEncryption keyEncryption, TenantKeys keys, Executor blocking, Clock clock) {
        this.keyEncryption = keyEncryption;
        this.keys = keys;
        this.blocking = blocking;
        this.clock = clock;
    }

    /** The pharmacy's keys: at once when they are at hand, else fetched and unwrapped. */
    public Uni<TenantKeyset> of(Tenant tenant) {
        var entry = entries.get(tenant.id());
        if (entry != null && entry.servesAt(clock.instant(), tenant.revision())) {
            return Uni.createFrom().item(entry.keyset());
        }
        return keys.find(tenant.id())
                .emitOn(blocking)
                .map(wrapped -> unwrapped(tenant, wrapped))
                .invoke(fetched -> entries.merge(tenant.id(), fetched, Keyring::newer))
                .onFailure(KeysDestroyed.class)
                .invoke(gone -> entries.remove(tenant.id()))
                .map(Entry::keyset)
                .emitOn(WayBack.toHere());
    }

    /** Two requests that fetch at once may come back in either order. */
    private static Entry newer(Entry one, Entry other) {
        return one.revision() > other.revision() ? one : other;
    }

    private Entry unwrapped(Tenant tenant, WrappedKeys wrapped) {
        try {
            var keyset = TenantKeyset.unwrap(tenant.id(), wrapped, keyEncryption.aead());
            return new Entry(keyset, tenant.revision(), clock.instant().plus(KEPT_FOR));
        } catch (GeneralSecurityException failure) {
            throw new KeysUnavailable(tenant.id(), failure);
        }
    }
}
