package dev.firstfill.tenancy.migration;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.stream.StreamSupport;

/** The steps that a schema has seen, as its own table tells. */
record SchemaHistory(List<Applied> steps) {

    record Applied(int version, String name, String checksum) {}

    SchemaHistory {
        steps = List.copyOf(steps);
    }

    static Uni<SchemaHistory> of(SqlConnection connection, String schema) {
        return connection
                .query("select version, name, checksum from %s.migration order by version".formatted(schema))
                .execute()
                .map(rows -> new SchemaHistory(StreamSupport.stream(rows.spliterator(), false)
                        .map(SchemaHistory::applied)
                        .toList()));
    }

    private static Applied applied(Row row) {
        return new Applied(row.getInteger("version"), row.getString("name"), row.getString("checksum"));
    }

    int version() {
        return steps.isEmpty() ? 0 : steps.getLast().version();
    }

    /**
     * What remains to be done. A schema may be ahead of the code, when a roll-out is under way or was taken back;
     * then nothing remains. It may never have seen another text under a number than we know.
     */
    List<Migration> remaining(Migrations migrations) {
        for (var applied : steps) {
            if (applied.version() > migrations.latest()) {
                break;
            }
            var known = migrations.all().get(applied.version() - 1);
            if (!known.checksum().equals(applied.checksum())) {
                throw new MigrationChanged(known.fileName());
            }
        }
        return migrations.after(version());
    }
}
