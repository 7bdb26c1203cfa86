package dev.firstfill.bench.platform;

import dev.firstfill.kernel.Ids;
import dev.firstfill.tenancy.audit.AuditRecord;
import dev.firstfill.tenancy.audit.LedgerStatements;
import dev.firstfill.tenancy.routing.Statement;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Tuple;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.postgresql.PGConnection;

/** Records of a pharmacy's ledger: appended by the product's statements, in batches as it makes them, and copied. */
public final class LedgerRows implements AutoCloseable {
    /** As many as the product sends at once, at most. */
    private static final int BATCH = 256;

    private static final int PREPARED_STATEMENTS = 16;

    private final Platform platform;
    private final Pharmacy pharmacy;
    private final Vertx vertx = Vertx.vertx();
    private final PgConnection connection;
    private final AuditRecord like;
    private final Random random = new Random(BATCH);
    private byte[] copied = new byte[0];
    private long copiedRows;

    /** Records are like the last one there is: whoever comes here has read a patient before. */
    public LedgerRows(Platform platform, Pharmacy pharmacy) throws Exception {
        this.platform = platform;
        this.pharmacy = pharmacy;
        this.like = last();
        var superuser = platform.superuser();
        var options = new PgConnectOptions()
                .setHost(superuser.host())
                .setPort(superuser.port())
                .setUser(superuser.user())
                .setPassword(superuser.password())
                .setDatabase(Platform.DATABASE)
                .setCachePreparedStatements(true)
                .setPreparedStatementCacheMaxSize(PREPARED_STATEMENTS)
                .setPipeliningLimit(BATCH);
        options.setPreparedStatementCacheSqlFilter(sql -> true);
        connection = await(PgConnection.connect(vertx, options));
    }

    private AuditRecord last() throws SQLException {
        try (var database = platform.connect();
                var statement = database.createStatement();
                var row = statement.executeQuery(
                        "select actor, act, entry::text, sealed from %s.audit_record order by seq desc limit 1"
                                .formatted(pharmacy.schema()))) {
            row.next();
            return new AuditRecord(
                    Ids.next(),
                    Instant.now(),
                    row.getString(1),
                    row.getString(2),
                    "done",
                    List.of(UUID.randomUUID()),
                    row.getString(3),
                    row.getBytes(4));
        }
    }

    /** One transaction with the lock, the chain and so many records; hashing them is in it. */
    public long append() throws Exception {
        var records = new ArrayList<AuditRecord>();
        for (int i = 0; i < BATCH; i++) {
            records.add(new AuditRecord(
                    Ids.next(),
                    Instant.now().truncatedTo(ChronoUnit.MICROS),
                    like.actor(),
                    like.act(),
                    like.outcome(),
                    List.of(new UUID(random.nextLong(), random.nextLong())),
                    like.entry(),
                    like.sealed()));
        }
        var statements = LedgerStatements.append(pharmacy.tenant().id(), records);
        await(connection.begin().compose(transaction -> execute(statements.get(0))
                .compose(locked -> execute(statements.get(1)))
                .compose(appended -> transaction.commit())));
        return BATCH;
    }

    private Future<?> execute(Statement statement) {
        return connection
                .preparedQuery(PharmacyDdl.writtenFor(pharmacy.schema(), statement.sql()))
                .execute(Tuple.tuple(new ArrayList<>(statement.values())));
    }

    /** The rows of the ledger, to be copied from memory into a table with the same columns, checks and indexes. */
    public long takeCopy() throws SQLException, IOException {
        try (var database = platform.connect()) {
            var out = new ByteArrayOutputStream();
            copiedRows = database.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy %s.audit_record to stdout (format binary)".formatted(pharmacy.schema()), out);
            copied = out.toByteArray();
        }
        return copiedRows;
    }

    /** In one transaction; emptying the table before is not in the time. Returns seconds. */
    public double copy() throws SQLException, IOException {
        platform.execute("""
                drop schema if exists bench_copy cascade; create schema bench_copy;
                create table bench_copy.audit_record (like %s.audit_record including all)
                """.formatted(pharmacy.schema()));
        try (var database = platform.connect()) {
            long began = System.nanoTime();
            database.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy bench_copy.audit_record from stdin (format binary)",
                            new ByteArrayInputStream(copied));
            return (System.nanoTime() - began) / 1e9;
        }
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
