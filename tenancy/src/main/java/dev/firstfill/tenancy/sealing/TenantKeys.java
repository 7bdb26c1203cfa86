package dev.firstfill.tenancy.sealing;

import dev.firstfill.tenancy.catalogue.TenantId;
import dev.firstfill.tenancy.routing.WayBack;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pharmacies' wrapped keys in the catalogue: made with the pharmacy, changed by rotations, destroyed with it. Each
 * change takes a revision of the catalogue, by which replicas learn of it within about a second.
 */
public final class TenantKeys {
    private static final String COLUMNS = """
            k.sealing, k.indexing, k.ledger, k.rotation,
            extract(epoch from now() - k.rotation_since)::double precision as rotation_age
            """;

    private final Pool control;
    private final KeyEncryption keyEncryption;

    /** @param control connections of the login firstfill_control to the node with the catalogue */
    public TenantKeys(Pool control, KeyEncryption keyEncryption) {
        this.control = control;
        this.keyEncryption = keyEncryption;
    }

    /** How far a rotation has come. */
    enum Phase {
        /** There is a new key, and every replica is to learn of it before it seals. */
        PUBLISHED,
        /** The new key seals, and some replicas may not have noticed. */
        PROMOTED
    }

    /** @param age how long the rotation has been in its phase, by the database's clock */
    record Rotation(Phase phase, Duration age) {}

    record Stored(WrappedKeys keys, Optional<Rotation> rotation) {}

    /** Keeps the keys that an earlier try made: what they sealed must stay readable. */
    public Uni<Void> create(TenantId tenant) {
        return onWorker(() -> OpenKeysets.create(tenant).wrap(keyEncryption.aead()), tenant)
                .chain(keys -> control.preparedQuery("""
                                insert into control.tenant_key (tenant_id, sealing, indexing, ledger)
                                values ($1, $2, $3, $4)
                                on conflict (tenant_id) do nothing
                                """).execute(values(tenant, keys)))
                .replaceWithVoid();
    }

    /** Fails with {@link KeysDestroyed} when there are none. */
    public Uni<WrappedKeys> find(TenantId tenant) {
        return stored(tenant).map(Stored::keys);
    }

    Uni<Stored> stored(TenantId tenant) {
        return stored(control, tenant, "");
    }

    private static Uni<Stored> stored(SqlClient connection, TenantId tenant, String locking) {
        return connection
                .preparedQuery("select " + COLUMNS + " from control.tenant_key k where k.tenant_id = $1" + locking)
                .execute(Tuple.of(tenant.value()))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw new KeysDestroyed();
                    }
                    return stored(rows.iterator().next());
                });
    }

    private static Stored stored(Row row) {
        var ledger = row.getBuffer("ledger");
        var keys = new WrappedKeys(
                row.getBuffer("sealing").getBytes(),
                row.getBuffer("indexing").getBytes(),
                ledger == null ? null : ledger.getBytes());
        var phase = row.getString("rotation");
        return new Stored(
                keys,
                Optional.ofNullable(phase)
                        .map(name -> new Rotation(Phase.valueOf(name), Duration.ofMillis((long)
                                (row.getDouble("rotation_age") * 1_000)))));
    }

    Uni<OpenKeysets> open(TenantId tenant) {
        return find(tenant)
                .chain(keys -> onWorker(() -> OpenKeysets.unwrap(tenant, keys, keyEncryption.aead()), tenant));
    }

    /** What a rotation makes of the keys. */
    interface Step {
        OpenKeysets of(OpenKeysets keysets) throws GeneralSecurityException;
    }

    /**
     * Takes the keys one step on, if they are where the step begins.
     *
     * @param from the phase in which they must be; null for none
     * @param to the phase in which they are then; null for none
     */
    Uni<Void> advance(TenantId tenant, @Nullable Phase from, @Nullable Phase to, Step step) {
        return control.withTransaction(connection -> stored(connection, tenant, " for update")
                .invoke(stored -> mustBeIn(from, stored))
                .chain(stored -> onWorker(
                        () -> step.of(OpenKeysets.unwrap(tenant, stored.keys(), keyEncryption.aead()))
                                .wrap(keyEncryption.aead()),
                        tenant))
                .chain(keys -> connection
                        .preparedQuery("""
                                update control.tenant_key
                                set sealing = $2, indexing = $3, ledger = $4, rotation = $5,
                                    rotation_since = case when $5::text is null then null else now() end,
                                    rotated_at = case when $5::text is null then now() else rotated_at end
                                where tenant_id = $1
                                """)
                        .execute(values(tenant, keys).addString(to == null ? null : to.name())))
                .chain(() -> touch(connection, tenant)));
    }

    private static void mustBeIn(@Nullable Phase phase, Stored stored) {
        if (stored.rotation().map(Rotation::phase).orElse(null) != phase) {
            throw new IllegalStateException("Somebody else is rotating these keys.");
        }
    }

    /** Encrypts the keysets with the key-encryption key of today, whichever of those at hand did it before. */
    Uni<Void> rewrap(TenantId tenant) {
        return control.withTransaction(connection -> stored(connection, tenant, " for update")
                .chain(stored -> onWorker(
                        () -> OpenKeysets.unwrap(tenant, stored.keys(), keyEncryption.aead())
                                .wrap(keyEncryption.aead()),
                        tenant))
                .chain(keys -> connection.preparedQuery("""
                                update control.tenant_key set sealing = $2, indexing = $3, ledger = $4
                                where tenant_id = $1
                                """).execute(values(tenant, keys)))
                .replaceWithVoid());
    }

    private static Tuple values(TenantId tenant, WrappedKeys keys) {
        return Tuple.of(
                tenant.value(),
                Buffer.buffer(keys.sealing()),
                Buffer.buffer(keys.indexing()),
                keys.ledger() == null ? null : Buffer.buffer(keys.ledger()));
    }

    /** The trigger on the row gives it a new revision, which tells every replica to fetch the keys anew. */
    private static Uni<Void> touch(SqlConnection connection, TenantId tenant) {
        return connection
                .preparedQuery("update control.tenant set changed_at = changed_at where id = $1")
                .execute(Tuple.of(tenant.value()))
                .replaceWithVoid();
    }

    /** Fails with {@link KeysUnavailable} when the key-encryption key does not open this pharmacy's keys. */
    public Uni<Void> prove(TenantId tenant) {
        return open(tenant).replaceWithVoid();
    }

    /** For the export of a pharmacy that leaves; everything else opens through {@link TenantSeals}. */
    public Uni<Unsealing> unsealing(TenantId tenant) {
        return find(tenant)
                .chain(keys ->
                        onWorker(() -> new Unsealing(TenantKeyset.unwrap(tenant, keys, keyEncryption.aead())), tenant));
    }

    public Uni<Void> destroy(TenantId tenant) {
        return control.withTransaction(connection -> connection
                .preparedQuery("delete from control.tenant_key where tenant_id = $1")
                .execute(Tuple.of(tenant.value()))
                .chain(() -> touch(connection, tenant)));
    }

    private interface Cryptography<T> {
        T result() throws GeneralSecurityException;
    }

    /** It may call a key service, which takes a while and must not be waited for on an event loop. */
    private static <T> Uni<T> onWorker(Cryptography<T> work, TenantId tenant) {
        return Uni.createFrom().deferred(() -> Uni.createFrom()
                .item(() -> {
                    try {
                        return work.result();
                    } catch (GeneralSecurityException failure) {
                        throw new KeysUnavailable(tenant, failure);
                    }
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(WayBack.toHere()));
    }
}
