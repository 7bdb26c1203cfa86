package dev.firstfill.tenancy.provisioning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.firstfill.kernel.Seals.BrokenSeal;
import dev.firstfill.kernel.Seals.Place;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.sealing.ByteColumn;
import dev.firstfill.tenancy.sealing.ByteColumn.Key;
import dev.firstfill.tenancy.sealing.ByteColumn.PersonIn;
import dev.firstfill.tenancy.sealing.ByteColumn.Plain;
import dev.firstfill.tenancy.sealing.ByteColumn.Sealed;
import dev.firstfill.tenancy.sealing.Unsealing;
import io.vertx.mutiny.sqlclient.Cursor;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
    private final List<ByteColumn> bytes;
    private final Unsealing unsealing;

    /** @param bytes the table's columns of bytes */
    TableRows(SqlConnection connection, Tenant tenant, String table, List<ByteColumn> bytes, Unsealing unsealing) {
        this.connection = connection;
        this.tenant = tenant;
        this.table = table;
        this.bytes = bytes;
        this.unsealing = unsealing;
    }

    long writeTo(OutputStream out) throws IOException {
        var statement = connection.prepare(select()).await().atMost(LONGEST_READ);
        var cursor = statement.cursor();
        try {
            return write(cursor, out);
        } finally {
            cursor.close().await().atMost(LONGEST_READ);
            statement.close().await().atMost(LONGEST_READ);
        }
    }

    /** The row, and the key of the person of each column that one sealed, under the column's number. */
    private String select() {
        var keys = new StringBuilder();
        for (int number = 0; number < bytes.size(); number++) {
            if (bytes.get(number) instanceof Sealed sealed && sealed.person() != null) {
                keys.append(", (select k.wrapped from %s.patient_key k where k.patient_id = %s) as key_%d"
                        .formatted(tenant.schema(), sealed.person().sql("r"), number));
            }
        }
        return "select pg_catalog.to_jsonb(r)::text as line%s from %s.\"%s\" r".formatted(keys, tenant.schema(), table);
    }

    private long write(Cursor cursor, OutputStream out) throws IOException {
        long count = 0;
        do {
            for (var row : cursor.read(ROWS_AT_A_TIME).await().atMost(LONGEST_READ)) {
                out.write(line(row).getBytes(StandardCharsets.UTF_8));
                out.write('\n');
                count++;
            }
        } while (cursor.hasMore());
        return count;
    }

    private String line(Row row) throws JsonProcessingException {
        var line = row.getString("line");
        if (bytes.isEmpty()) {
            return line;
        }
        var json = (ObjectNode) JSON.readTree(line);
        for (int number = 0; number < bytes.size(); number++) {
            var column = bytes.get(number);
            var value = json.get(column.name());
            switch (column) {
                case Key key -> json.remove(key.name());
                case Plain plain -> json.set(plain.name(), value.isNull() ? value : new TextNode(hex(value)));
                case Sealed sealed ->
                    json.set(sealed.name(), value.isNull() ? value : opened(row, json, sealed, number));
            }
        }
        return JSON.writeValueAsString(json);
    }

    /** Null when it was sealed for somebody who has been erased since: there is nothing left that could open it. */
    private JsonNode opened(Row row, ObjectNode json, Sealed column, int number) throws JsonProcessingException {
        var place =
                new Place(table, column.name(), UUID.fromString(json.get("id").asText()));
        var sealed = HexFormat.of().parseHex(hex(json.get(column.name())));
        var person = person(json, column.person());
        if (person == null && !column.orPharmacy()) {
            throw new BrokenSeal(place, new IllegalStateException("The row names nobody who could have sealed it"));
        }
        if (person == null) {
            return document(unsealing.open(place, sealed));
        }
        var key = row.getBuffer("key_" + number);
        return key == null ? NullNode.instance : document(unsealing.open(place, person, key.getBytes(), sealed));
    }

    private static @Nullable UUID person(ObjectNode json, @Nullable PersonIn named) {
        if (named == null) {
            return null;
        }
        var value = json.path(named.column());
        var person = named.member() == null ? value : value.path(named.member());
        return person.isTextual() ? UUID.fromString(person.asText()) : null;
    }

    /** An answer without a body is kept as no bytes at all. */
    private static JsonNode document(byte[] plain) throws JsonProcessingException {
        return plain.length == 0 ? NullNode.instance : JSON.readTree(new String(plain, StandardCharsets.UTF_8));
    }

    private static String hex(JsonNode bytea) {
        return bytea.asText().substring("\\x".length());
    }
}
