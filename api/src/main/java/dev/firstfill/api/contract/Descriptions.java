package dev.firstfill.api.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.RecordComponent;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Takes over what {@code @Schema} says in words about a property. */
final class Descriptions {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Descriptions() {}

    static void copy(RecordComponent part, Schema property) {
        var said = part.getAccessor().getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
        if (said == null) {
            return;
        }
        if (!said.description().isEmpty()) {
            property.description(said.description());
        }
        if (!said.pattern().isEmpty()) {
            property.pattern(said.pattern());
        }
        for (var example : said.examples()) {
            property.addExample(value(example, property));
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
