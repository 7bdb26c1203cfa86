package dev.firstfill.tenancy.audit;

import dev.firstfill.tenancy.catalogue.LoginPools;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantReading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Checks the ledgers of pharmacies. It reads each through the pharmacy's own role, and needs none of its keys: what is
 * sealed is checked sealed. May block, and belongs on a worker thread.
 */
public final class Verifier {
    private final TenantReading pharmacies;
    private final CheckpointStore store;
    private final CheckpointCopies copies;
    private final SignatureCheck signatures;

    /** @param app connections of the login firstfill_app, which can become the pharmacy's role */
    public Verifier(LoginPools app, CheckpointStore store, CheckpointCopies copies, SignatureCheck signatures) {
        this.pharmacies = new TenantReading(app);
        this.store = store;
        this.copies = copies;
        this.signatures = signatures;
    }

    public VerificationResult verify(Tenant tenant, Consumer<VerificationProgress> progress) {
        // Before the ledger is looked at, or one that is signed in between would seem to speak of what is not there.
        var checkpoints = new ArrayList<>(store.of(tenant.id()));
        checkpoints.addAll(copies.of(tenant.id()).await().atMost(TenantReading.LONGEST_READ));
        // Nothing is ever taken away, so no snapshot is held for it.
        return pharmacies.statementByStatement(tenant, connection -> {
            LedgerPages pages = (from, limit) -> page(connection, tenant, from, limit);
            return new Verification(tenant.id(), pages, signatures)
                    .run(lengthOf(connection, tenant), checkpoints, progress);
        });
    }

    /** How many records there are, without looking at them. */
    public long length(Tenant tenant) {
        return pharmacies.statementByStatement(tenant, connection -> lengthOf(connection, tenant));
    }

    private static long lengthOf(SqlConnection connection, Tenant tenant) {
        return connection
                .query("select coalesce(max(seq), 0) from %s.audit_record".formatted(tenant.schema()))
                .execute()
                .await()
                .atMost(TenantReading.LONGEST_READ)
                .iterator()
                .next()
                .getLong(0);
    }

    private static CompletionStage<List<StoredRecord>> page(
            SqlConnection connection, Tenant tenant, long from, int limit) {
        Uni<List<StoredRecord>> page = connection
                .preparedQuery("""
                        select seq, hash, id, at, actor, act, outcome, person, persons, entry::text as entry, sealed
                        from %s.audit_record
                        where seq >= $1
                        order by seq
                        limit $2
                        """.formatted(tenant.schema()))
                .execute(Tuple.of(from, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> record(row.getDelegate()))
                        .toList());
        return page.subscribeAsCompletionStage();
    }

    private static StoredRecord record(Row row) {
        OffsetDateTime at = row.getOffsetDateTime("at");
        @Nullable UUID[] persons = row.getArrayOfUUIDs("persons");
        return new StoredRecord(
                row.getLong("seq"),
                bytes(row, "hash"),
                row.getUUID("id"),
                at == null ? null : at.toInstant(),
                row.getString("actor"),
                row.getString("act"),
                row.getString("outcome"),
                row.getUUID("person"),
                persons == null ? null : Arrays.asList(persons),
                row.getString("entry"),
                bytes(row, "sealed"));
    }

    private static byte @Nullable [] bytes(Row row, String column) {
        var buffer = row.getBuffer(column);
        return buffer == null ? null : buffer.getBytes();
    }
}
