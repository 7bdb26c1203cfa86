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

    /** Has the pharmacy's keys at hand when it completes; at once when they are already. */
    public Uni<Void> ready(TenantId tenant) {
        var entry = entries.get(tenant);
        if (entry != null && clock.instant().isBefore(entry.until())) {
            return Uni.createFrom().voidItem();
        }
        return keys.find(tenant)
                .emitOn(blocking)
                .invoke(wrapped -> entries.put(tenant, unwrapped(tenant, wrapped)))
                .onFailure()
                .invoke(gone -> entries.remove(tenant))
                .emitOn(backTo(Vertx.currentContext()))
                .replaceWithVoid();
    }

    /** Whoever waits is on an event loop, and what follows must be there too. */
    private static Executor backTo(Context context) {
        return task -> context.runOnContext(there -> task.run());
    }

    public void forget(TenantId tenant) {
        entries.remove(tenant);
    }

    /** @throws IllegalStateException when {@link #ready} has not been waited for */
    TenantKeyset keyset(TenantId tenant) {
        var entry = entries.get(tenant);
        if (entry == null) {
            throw new IllegalStateException("The keys of this pharmacy are not at hand: use the door.");
        }
        return entry.keyset();
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
