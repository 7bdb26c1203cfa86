package dev.firstfill.tenancy.sealing;

import dev.firstfill.tenancy.catalogue.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * The unwrapped keys of the pharmacies served lately. Each is unwrapped once and kept for {@link #KEPT_FOR}, so that a
 * destroyed key stops working everywhere within that time without anybody telling the replicas.
 */
public final class Keyring {
    static final Duration KEPT_FOR = Duration.ofMinutes(5);

    private final KeyEncryption keyEncryption;
    private final TenantKeys keys;
    private final Executor blocking;
    private final Clock clock;
    private final Map<TenantId, Entry> entries = new ConcurrentHashMap<>();

    private record Entry(TenantKeyset keyset, Instant until) {}

    /** @param blocking where unwrapping runs, since it may call a key service */
    public Keyring(KeyEncryption keyEncryption, TenantKeys keys, Executor blocking, Clock clock) {
        this.keyEncryption = keyEncryption;
        this.keys = keys;
        this.blocking = blocking;
        this.clock = clock;
    }

    /** The pharmacy's keys: at once when they are at hand, else fetched and unwrapped. */
    public Uni<TenantKeyset> of(TenantId tenant) {
        var entry = entries.get(tenant);
        if (entry != null && clock.instant().isBefore(entry.until())) {
            return Uni.createFrom().item(entry.keyset());
        }
        return keys.find(tenant)
                .emitOn(blocking)
                .map(wrapped -> unwrapped(tenant, wrapped))
                .invoke(fetched -> entries.put(tenant, fetched))
                .onFailure()
                .invoke(gone -> entries.remove(tenant))
                .map(Entry::keyset)
                .emitOn(backTo(Vertx.currentContext()));
    }

    /** Whoever waits is on an event loop, and what follows must be there too. */
    private static Executor backTo(Context context) {
        return task -> context.runOnContext(there -> task.run());
    }

    public void forget(TenantId tenant) {
        entries.remove(tenant);
    }

    private Entry unwrapped(TenantId tenant, WrappedKeys wrapped) {
        try {
            var keyset = TenantKeyset.unwrap(tenant, wrapped, keyEncryption.aead());
            return new Entry(keyset, clock.instant().plus(KEPT_FOR));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("The keys of pharmacy %s do not open.".formatted(tenant), failure);
        }
    }
}
