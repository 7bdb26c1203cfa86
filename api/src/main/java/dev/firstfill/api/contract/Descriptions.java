package dev.firstfill.api.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/** Takes over what {@code @Schema} says in words about a type or a property. */
final class Descriptions {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Descriptions() {}

    static void copy(Class<?> type, Schema schema) {
        copy(type.getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class), schema);
    }

    static void copy(RecordComponent part, Schema property) {
        copy(
                part.getAccessor().getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class),
                property);
    }

    private static void copy(org.eclipse.microprofile.openapi.annotations.media.@Nullable Schema said, Schema schema) {
        if (said == null) {
            return;
        }
        if (!said.description().isEmpty()) {
            schema.description(said.description());
        }
        if (!said.format().isEmpty()) {
            schema.format(said.format());
        }
        if (!said.pattern().isEmpty()) {
            schema.pattern(said.pattern());
        }
        if (said.maxLength() < Integer.MAX_VALUE) {
            schema.maxLength(said.maxLength());
        }
        if (said.examples().length > 0) {
            schema.setExamples(Arrays.stream(said.examples())
                    .map(example -> value(example, schema))
                    .toList());
        }
    }

    private static Object value(String example, Schema property) {
        boolean text = property.getType() != null && property.getType().contains(SchemaType.STRING);
        if (text || property.getRef() != null) {
            return example;
        }
        try {
            return JSON.readValue(example, Object.class);
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException("The example %s is not JSON.".formatted(example), malformed);
        }
    }
}
