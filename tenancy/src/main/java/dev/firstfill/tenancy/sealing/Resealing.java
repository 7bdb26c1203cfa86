package dev.firstfill.tenancy.sealing;

import dev.firstfill.kernel.Seals.BrokenSeal;
import dev.firstfill.kernel.Seals.Place;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.sealing.ByteColumn.Key;
import dev.firstfill.tenancy.sealing.ByteColumn.Plain;
import dev.firstfill.tenancy.sealing.ByteColumn.Sealed;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * Seals one column anew that the pharmacy's key has sealed: what an older key sealed is opened and sealed with the
 * present one, in small transactions of the pharmacy's own role, and round whatever somebody else has locked.
 */
final class Resealing {
    /** Locked together for some milliseconds. */
    private static final int ROWS_AT_A_TIME = 200;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Pool app;
    private final Tenant tenant;
    private final OpenKeysets keysets;
    private final String table;
    private final String column;
    private final String row;
    private final String condition;

    private Resealing(Pool app, Tenant tenant, OpenKeysets keysets, ByteColumn column, String row, String condition) {
        this.app = app;
        this.tenant = tenant;
        this.keysets = keysets;
        this.table = column.table();
        this.column = column.name();
        this.row = row;
        this.condition = condition;
    }

    /**
     * Empty for what the pharmacy's key never seals.
     *
     * @param app connections of the login firstfill_app to the pharmacy's node
     */
    static Optional<Resealing> of(Pool app, Tenant tenant, OpenKeysets keysets, ByteColumn column) {
        return switch (column) {
            case Plain plain -> Optional.empty();
            case Key key ->
                Optional.of(
                        new Resealing(app, tenant, keysets, key, key.person().column(), "true"));
            case Sealed sealed when !sealed.orPharmacy() -> Optional.empty();
            case Sealed sealed ->
                Optional.of(new Resealing(
                        app,
                        tenant,
                        keysets,
                        sealed,
                        "id",
                        sealed.person() == null ? "true" : sealed.person().sql("r") + " is null"));
        };
    }

    /** How many rows an older key has sealed. */
    Uni<Long> left() {
        var sql = "select count(*) as rows from %s.\"%s\" r where %s"
                .formatted(tenant.schema(), table, sealedByAnOlderKey(1));
        return asTenant(connection -> connection
                .preparedQuery(sql)
                .execute(Tuple.of(prefix()))
                .map(rows -> rows.iterator().next().getLong("rows")));
    }

    /** Goes through the table once; rows that somebody has locked are left for the next time. @return rows sealed anew */
    Uni<Long> pass() {
        return batchAfter(BEFORE_ALL, 0);
    }

    private Uni<Long> batchAfter(UUID last, long sealed) {
        return asTenant(connection -> batch(connection, last)).chain(rows -> {
            if (rows.size() < ROWS_AT_A_TIME) {
                return Uni.createFrom().item(sealed + rows.size());
            }
            var end = StreamSupport.stream(rows.spliterator(), false)
                    .map(found -> found.getUUID("row"))
                    .reduce(last, (earlier, later) -> later);
            return batchAfter(end, sealed + rows.size());
        });
    }

    private Uni<RowSet<Row>> batch(SqlConnection connection, UUID last) {
        var select = """
                select r."%3$s" as row, r."%2$s" as value from %1$s r
                where r."%3$s" > $2 and %4$s
                order by r."%3$s"
                limit %5$d
                for update skip locked
                """.formatted(
                        tenant.schema() + ".\"" + table + '"', column, row, sealedByAnOlderKey(1), ROWS_AT_A_TIME);
        return connection
                .preparedQuery(select)
                .execute(Tuple.of(prefix(), last))
                .call(rows -> rows.size() == 0 ? Uni.createFrom().voidItem() : write(connection, rows));
    }

    private Uni<Void> write(SqlConnection connection, RowSet<Row> rows) {
        var update = """
                update %1$s.%2$s r set "%3$s" = n.value
                from unnest($1::uuid[], $2::bytea[]) as n (row, value)
                where r."%4$s" = n.row
                """.formatted(tenant.schema(), '"' + table + '"', column, row);
        try {
            var keyset = TenantKeyset.of(keysets);
            var ids = new UUID[rows.size()];
            var values = new Buffer[rows.size()];
            int place = 0;
            for (var found : rows) {
                ids[place] = found.getUUID("row");
                values[place] = Buffer.buffer(
                        sealedAnew(keyset, ids[place], found.getBuffer("value").getBytes()));
                place++;
            }
            return connection
                    .preparedQuery(update)
                    .execute(Tuple.of(ids, values))
                    .replaceWithVoid();
        } catch (GeneralSecurityException failure) {
            return Uni.createFrom().failure(new IllegalStateException("Sealing anew failed", failure));
        }
    }

    private byte[] sealedAnew(TenantKeyset keyset, UUID id, byte[] sealed) throws GeneralSecurityException {
        var place = new Place(table, column, id);
        byte[] plain;
        try {
            plain = keyset.open(place, sealed);
        } catch (GeneralSecurityException failure) {
            throw new BrokenSeal(place, failure);
        }
        return keyset.seal(place, plain);
    }

    private String sealedByAnOlderKey(int parameter) {
        return "%s and substring(r.\"%s\" from 1 for %d) <> $%d"
                .formatted(condition, column, keysets.sealingPrefix().length, parameter);
    }

    private Buffer prefix() {
        return Buffer.buffer(keysets.sealingPrefix());
    }

    private interface Work<T> {
        Uni<T> on(SqlConnection connection);
    }

    private <T> Uni<T> asTenant(Work<T> work) {
        return app.withTransaction(connection ->
                connection.query("set local role " + tenant.role()).execute().chain(() -> work.on(connection)));
    }
}
