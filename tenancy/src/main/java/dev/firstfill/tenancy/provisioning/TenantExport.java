package dev.firstfill.tenancy.provisioning;

import dev.firstfill.tenancy.catalogue.LoginPools;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantReading;
import dev.firstfill.tenancy.provisioning.Manifest.ExportedFile;
import dev.firstfill.tenancy.routing.WayBack;
import dev.firstfill.tenancy.sealing.ByteColumns;
import dev.firstfill.tenancy.sealing.TenantKeys;
import dev.firstfill.tenancy.sealing.Unsealing;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Writes everything a pharmacy has into a folder: one file per table, and a manifest. It reads through the pharmacy's
 * own role, and so can see no other's rows, and through the pharmacy's keys, because sealed values would be noise to
 * whoever receives them.
 */
public final class TenantExport {
    private static final DateTimeFormatter IN_FOLDER_NAMES =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final TenantReading pharmacies;
    private final TenantKeys keys;
    private final String platformVersion;
    private final Clock clock;

    /** @param app connections of the login firstfill_app, which can become the pharmacy's role */
    public TenantExport(LoginPools app, TenantKeys keys, String platformVersion, Clock clock) {
        this.pharmacies = new TenantReading(app);
        this.keys = keys;
        this.platformVersion = platformVersion;
        this.clock = clock;
    }

    /** What was written where. */
    record Written(Path folder, Manifest manifest, String manifestSha256) {}

    /** Runs on a worker thread, because it writes files. */
    Uni<Written> write(Tenant tenant, Path exports) {
        return keys.unsealing(tenant.id()).chain(unsealing -> Uni.createFrom()
                .item(() -> inOneSnapshot(tenant, exports, unsealing))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(WayBack.toHere()));
    }

    private Written inOneSnapshot(Tenant tenant, Path exports, Unsealing unsealing) {
        try {
            return pharmacies.inOneSnapshot(tenant, connection -> into(tenant, exports, connection, unsealing));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Written into(Tenant tenant, Path exports, SqlConnection connection, Unsealing unsealing)
            throws IOException {
        var now = clock.instant();
        var folder = ExportFolder.begin(exports, tenant.slug() + "-" + IN_FOLDER_NAMES.format(now));
        try {
            var files = new ArrayList<ExportedFile>();
            var bytes = ByteColumns.of(tenant, connection).await().atMost(TenantReading.LONGEST_READ);
            for (var table : tables(connection, tenant)) {
                var columns = bytes.stream()
                        .filter(column -> column.table().equals(table))
                        .toList();
                var rows = new TableRows(connection, tenant, table, columns, unsealing);
                files.add(folder.write(table, rows::writeTo));
            }
            var manifest = new Manifest(tenant, platformVersion, now, files);
            return new Written(folder.path(), manifest, folder.finish(manifest));
        } catch (IOException | RuntimeException e) {
            folder.discard();
            throw e;
        }
    }

    /** All but the history of the schema itself; a table that the role cannot read must not be left out in silence. */
    private static List<String> tables(SqlConnection connection, Tenant tenant) {
        var found = connection
                .preparedQuery("""
                        select c.relname as name, pg_catalog.has_table_privilege(c.oid, 'select') as readable
                        from pg_catalog.pg_class c
                        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                        where n.nspname = $1 and c.relkind in ('r', 'p') and c.relname <> 'migration'
                        order by c.relname
                        """)
                .execute(Tuple.of(tenant.schema()))
                .await()
                .atMost(TenantReading.LONGEST_READ);
        var unreadable = StreamSupport.stream(found.spliterator(), false)
                .filter(row -> !row.getBoolean("readable"))
                .map(row -> row.getString("name"))
                .toList();
        if (!unreadable.isEmpty()) {
            throw new IllegalStateException("The pharmacy's role cannot read " + unreadable + ": they would be lost.");
        }
        return StreamSupport.stream(found.spliterator(), false)
                .map(row -> row.getString("name"))
                .toList();
    }
}
