package dev.firstfill.tenancy.provisioning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firstfill.kernel.Seals.Place;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.sealing.Unsealing;
import io.vertx.mutiny.sqlclient.Cursor;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The rows of one table as lines of JSON, a batch in memory at a time. */
final class TableRows {
    /** A few hundred kilobytes: large enough that round trips do not count. */
    private static final int ROWS_AT_A_TIME = 500;

    private static final Duration LONGEST_READ = Duration.ofMinutes(2);

    private static final JsonMapper JSON = JsonMapper.builder()
            // A quantity of 0.10 must not come out as 0.1, nor a token of 64 bits rounded.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final SqlConnection connection;
    private final Tenant tenant;
    private final String table;
    private final Unsealing unsealing;

    TableRows(SqlConnection connection, Tenant tenant, String table, Unsealing unsealing) {
        this.connection = connection;
        this.tenant = tenant;
        this.table = table;
        this.unsealing = unsealing;
    }

    long writeTo(OutputStream out) throws IOException {
        var sealed = sealedColumns();
        var statement = connection
                .prepare("select pg_catalog.to_jsonb(r)::text from %s.\"%s\" r".formatted(tenant.schema(), table))
                .await()
                .atMost(LONGEST_READ);
        var cursor = statement.cursor();
        try {
            return write(cursor, sealed, out);
        } finally {
            cursor.close().await().atMost(LONGEST_READ);
            statement.close().await().atMost(LONGEST_READ);
        }
    }

    private long write(Cursor cursor, List<String> sealed, OutputStream out) throws IOException {
        long count = 0;
        do {
            for (var row : cursor.read(ROWS_AT_A_TIME).await().atMost(LONGEST_READ)) {
                out.write(opened(row.getString(0), sealed).getBytes(StandardCharsets.UTF_8));
                out.write('\n');
                count++;
            }
        } while (cursor.hasMore());
        return count;
    }

    /** In a pharmacy's schema every column of bytes is a sealed document, bound to table, column and row. */
    private List<String> sealedColumns() {
        var columns = connection
                .preparedQuery("""
                        select a.attname as name
                        from pg_catalog.pg_attribute a
                        join pg_catalog.pg_class c on c.oid = a.attrelid
                        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                        where n.nspname = $1 and c.relname = $2 and a.attnum > 0 and not a.attisdropped
                          and a.atttypid = 'pg_catalog.bytea'::pg_catalog.regtype
                        order by a.attnum
                        """)
                .execute(Tuple.of(tenant.schema(), table))
                .await()
                .atMost(LONGEST_READ);
        return StreamSupport.stream(columns.spliterator(), false)
                .map(row -> row.getString("name"))
                .toList();
    }

    private String opened(String line, List<String> sealed) throws JsonProcessingException {
        if (sealed.isEmpty()) {
            return line;
        }
        var row = (ObjectNode) JSON.readTree(line);
        for (var column : sealed) {
            var value = row.get(column);
            if (!value.isNull()) {
                row.set(column, opened(row, column, value.asText()));
            }
        }
        return JSON.writeValueAsString(row);
    }

    private JsonNode opened(ObjectNode row, String column, String hex) throws JsonProcessingException {
        var place = new Place(table, column, UUID.fromString(row.get("id").asText()));
        var bytes = HexFormat.of().parseHex(hex, "\\x".length(), hex.length());
        return JSON.readTree(new String(unsealing.open(place, bytes), StandardCharsets.UTF_8));
    }
}
