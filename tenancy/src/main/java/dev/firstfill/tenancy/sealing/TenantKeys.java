package dev.firstfill.tenancy.sealing;

import dev.firstfill.tenancy.catalogue.TenantId;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.security.GeneralSecurityException;

/** The pharmacies' wrapped keys in the catalogue: made with the pharmacy, destroyed with it. */
public final class TenantKeys {
    private final Pool control;
    private final KeyEncryption keyEncryption;

    /** @param control connections of the login firstfill_control to the node with the catalogue */
    public TenantKeys(Pool control, KeyEncryption keyEncryption) {
        this.control = control;
        this.keyEncryption = keyEncryption;
    }

    /** Keeps the keys that an earlier try made: what they sealed must stay readable. */
    public Uni<Void> create(TenantId tenant) {
        return Uni.createFrom()
                .item(() -> wrapped(tenant))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(keys -> control.preparedQuery("""
                                insert into control.tenant_key (tenant_id, sealing, indexing)
                                values ($1, $2, $3)
                                on conflict (tenant_id) do nothing
                                """)
                        .execute(Tuple.of(
                                tenant.value(), Buffer.buffer(keys.sealing()), Buffer.buffer(keys.indexing()))))
                .replaceWithVoid();
    }

    private WrappedKeys wrapped(TenantId tenant) {
        try {
            return TenantKeyset.create(tenant, keyEncryption.aead());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("No keys can be made for pharmacy %s.".formatted(tenant), failure);
        }
    }

    /** Fails with {@link KeysDestroyed} when there are none. */
    public Uni<WrappedKeys> find(TenantId tenant) {
        return control.preparedQuery("select sealing, indexing from control.tenant_key where tenant_id = $1")
                .execute(Tuple.of(tenant.value()))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw new KeysDestroyed();
                    }
                    return keys(rows.iterator().next());
                });
    }

    private static WrappedKeys keys(Row row) {
        return new WrappedKeys(
                row.getDelegate().getBuffer("sealing").getBytes(),
                row.getDelegate().getBuffer("indexing").getBytes());
    }

    /** For the export of a pharmacy that leaves; everything else opens through {@link TenantSeals}. */
    public Uni<Unsealing> unsealing(TenantId tenant) {
        return find(tenant).emitOn(Infrastructure.getDefaultWorkerPool()).map(wrapped -> unwrapped(tenant, wrapped));
    }

    private Unsealing unwrapped(TenantId tenant, WrappedKeys wrapped) {
        try {
            return new Unsealing(TenantKeyset.unwrap(tenant, wrapped, keyEncryption.aead()));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("The keys of pharmacy %s do not open.".formatted(tenant), failure);
        }
    }

    public Uni<Void> destroy(TenantId tenant) {
        return control.preparedQuery("delete from control.tenant_key where tenant_id = $1")
                .execute(Tuple.of(tenant.value()))
                .replaceWithVoid();
    }
}
