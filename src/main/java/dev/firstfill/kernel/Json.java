package dev.firstfill.kernel;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.firstfill.identifiers.IdentifiersAsKept;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * How documents are stored. Lenient where the HTTP edge is strict: during a roll-out the old release reads what the
 * new one wrote, fields it does not know included.
 */
public final class Json {
    private static final ObjectMapper STORED = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new IdentifiersAsKept())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
            .build();

    private Json() {}

    public static byte[] bytes(Object document) {
        try {
            return STORED.writeValueAsBytes(document);
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static <T> T read(byte[] bytes, Class<T> type) {
        try {
            return STORED.readValue(bytes, type);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The same as a document within another one. */
    public static JsonNode tree(Object document) {
        return STORED.valueToTree(document);
    }

    /** For mappings that need the mapper itself; a copy, because a mapper can be reconfigured. */
    public static ObjectMapper mapper() {
        return STORED.copy();
    }
}
