package dev.firstfill.tenancy.audit;

import dev.firstfill.tenancy.catalogue.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A copy of the checkpoints in the catalogue's schema, where every replica finds those of the others. A convenience:
 * whoever rules the database rules the copy too, though none can sign.
 */
public final class CheckpointCopies {
    private final Pool control;

    /** @param control connections of the login firstfill_control, which may add copies and change none */
    public CheckpointCopies(Pool control) {
        this.control = control;
    }

    Uni<Void> add(Checkpoint checkpoint) {
        return control.preparedQuery("""
                        insert into control.audit_checkpoint (tenant_id, seq, hash, at, before, signature)
                        values ($1, $2, $3, $4, $5, $6)
                        """)
                .execute(Tuple.tuple()
                        .addValue(checkpoint.tenant().value())
                        .addValue(checkpoint.seq())
                        .addValue(Buffer.buffer(checkpoint.hash()))
                        .addValue(OffsetDateTime.ofInstant(checkpoint.at(), ZoneOffset.UTC))
                        .addValue(buffer(checkpoint.before()))
                        .addValue(Buffer.buffer(checkpoint.signature())))
                .replaceWithVoid();
    }

    Uni<Optional<Checkpoint>> last(TenantId tenant) {
        return control.preparedQuery("""
                        select seq, hash, at, before, signature
                        from control.audit_checkpoint
                        where tenant_id = $1
                        order by seq desc, at desc
                        limit 1
                        """)
                .execute(Tuple.of(tenant.value()))
                .map(rows -> checkpoints(tenant, rows).stream().findFirst());
    }

    Uni<List<Checkpoint>> of(TenantId tenant) {
        return control.preparedQuery("""
                        select seq, hash, at, before, signature
                        from control.audit_checkpoint
                        where tenant_id = $1
                        order by seq, at
                        """).execute(Tuple.of(tenant.value())).map(rows -> checkpoints(tenant, rows));
    }

    private static List<Checkpoint> checkpoints(TenantId tenant, RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getDelegate())
                .map(row -> new Checkpoint(
                        tenant,
                        row.getLong("seq"),
                        row.getBuffer("hash").getBytes(),
                        row.getOffsetDateTime("at").toInstant(),
                        bytes(row.getBuffer("before")),
                        row.getBuffer("signature").getBytes()))
                .toList();
    }

    private static @Nullable Buffer buffer(byte @Nullable [] bytes) {
        return bytes == null ? null : Buffer.buffer(bytes);
    }

    private static byte @Nullable [] bytes(@Nullable Buffer buffer) {
        return buffer == null ? null : buffer.getBytes();
    }
}
