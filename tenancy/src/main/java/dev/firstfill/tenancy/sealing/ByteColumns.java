package dev.firstfill.tenancy.sealing;

import dev.firstfill.tenancy.catalogue.Tenant;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads what a pharmacy's columns of bytes are declared to be. */
public final class ByteColumns {
    private static final String ALL = """
            select c.relname as table_name, a.attname as name, pg_catalog.col_description(c.oid, a.attnum) as comment
            from pg_catalog.pg_attribute a
            join pg_catalog.pg_class c on c.oid = a.attrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where n.nspname = $1 and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
              and a.atttypid = 'pg_catalog.bytea'::pg_catalog.regtype
            order by c.relname, a.attnum
            """;

    private ByteColumns() {}

    /** Fails when one declares nothing: it could not be exported, nor sealed anew. */
    public static Uni<List<ByteColumn>> of(Tenant tenant, SqlClient connection) {
        return connection.preparedQuery(ALL).execute(Tuple.of(tenant.schema())).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> ByteColumn.declared(
                        row.getString("table_name"), row.getString("name"), row.getString("comment")))
                .toList());
    }
}
