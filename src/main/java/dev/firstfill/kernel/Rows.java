package dev.firstfill.kernel;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Many rows in one statement. They travel as one JSON document in the parameter {@code rows}, which the statement takes
 * apart with {@code json_to_recordset}, cast to a text first because the driver would quote it as JSON: Hibernate's native queries carry no arrays, and its batches make a round trip of
 * each row whose number the database counts.
 */
public final class Rows {
    private static final ObjectMapper COLUMNS = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addSerializer(byte[].class, new Hexadecimal()))
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final Mutiny.QueryProducer session;

    public Rows(Mutiny.QueryProducer session) {
        this.session = session;
    }

    /** @param rows records whose components are called as the columns, in camelCase */
    public Uni<Void> write(String statement, List<? extends Record> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery(statement)
                        .setParameter("rows", json(rows))
                        .executeUpdate()
                        .replaceWithVoid();
    }

    public static String json(List<? extends Record> rows) {
        try {
            return COLUMNS.writeValueAsString(rows);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** As {@code bytea} reads it. */
    private static final class Hexadecimal extends StdSerializer<byte[]> {
        private static final long serialVersionUID = 1L;

        Hexadecimal() {
            super(byte[].class);
        }

        @Override
        public void serialize(byte[] bytes, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString("\\x" + HexFormat.of().formatHex(bytes));
        }
    }
}
