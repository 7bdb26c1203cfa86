package dev.firstfill.api.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.firstfill.api.json.Ndjson;
import dev.firstfill.api.json.NdjsonBody;
import dev.firstfill.api.json.SentDocument;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/**
 * Renders types as they go over the wire. Enumerations, identifiers and records become components, named after their
 * class, after the outer class as well when nested; the rest is written in place.
 */
final class TypeSchemas {
    private final Map<String, Schema> components = new TreeMap<>();
    private final Map<String, Class<?>> rendered = new TreeMap<>();

    Map<String, Schema> components() {
        return components;
    }

    /** @param reading decides which properties are required: what is read may be less than what is written */
    Schema of(AnnotatedType type, Reading reading) {
        var schema = unconstrained(type, reading);
        Constraints.of(type, raw(type)).accept(schema);
        return schema;
    }

    private Schema unconstrained(AnnotatedType type, Reading reading) {
        var raw = raw(type);
        if (raw == Object.class) {
            return OASFactory.createSchema();
        }
        if (raw == Ndjson.class || raw == NdjsonBody.class || raw == SentDocument.class) {
            return of(argument(type, 0), reading);
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return ofType(SchemaType.ARRAY).items(of(argument(type, 0), reading));
        }
        if (Map.class.isAssignableFrom(raw)) {
            return ofType(SchemaType.OBJECT).additionalPropertiesSchema(of(argument(type, 1), reading));
        }
        var simple = simple(raw);
        return simple != null ? simple : OASFactory.createSchema().ref(component(raw, reading));
    }

    private static @Nullable Schema simple(Class<?> raw) {
        if (raw == String.class) {
            return ofType(SchemaType.STRING);
        }
        if (raw == ZoneId.class) {
            return ofType(SchemaType.STRING).addExample("America/New_York");
        }
        if (raw == UUID.class) {
            return ofType(SchemaType.STRING).format("uuid");
        }
        if (raw == LocalDate.class) {
            return ofType(SchemaType.STRING).format("date");
        }
        if (raw == LocalTime.class) {
            return ofType(SchemaType.STRING)
                    .pattern("([01][0-9]|2[0-3]):[0-5][0-9](:00)?")
                    .addExample("08:00");
        }
        if (raw == Duration.class) {
            return ofType(SchemaType.STRING).addExample("PT4H");
        }
        if (raw == Instant.class) {
            return ofType(SchemaType.STRING).format("date-time");
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return ofType(SchemaType.BOOLEAN);
        }
        if (raw == int.class || raw == Integer.class) {
            return ofType(SchemaType.INTEGER).format("int32");
        }
        if (raw == long.class || raw == Long.class) {
            return ofType(SchemaType.INTEGER).format("int64");
        }
        return raw == BigDecimal.class ? ofType(SchemaType.NUMBER) : null;
    }

    private String component(Class<?> raw, Reading reading) {
        var name = name(raw);
        var other = rendered.putIfAbsent(name, raw);
        if (other == null) {
            components.put(name, component(name, raw, reading));
        } else if (other != raw) {
            throw new IllegalStateException("Two types are called %s: %s and %s.".formatted(name, raw, other));
        }
        return name;
    }

    private Schema component(String name, Class<?> raw, Reading reading) {
        var schema = isText(raw) ? ofType(SchemaType.STRING) : ofType(SchemaType.OBJECT);
        Descriptions.copy(raw, schema);
        if (raw.isEnum()) {
            schema.setEnumeration(List.copyOf(WireNames.of(raw)));
        } else if (raw.isRecord() && !isText(raw)) {
            // Unknown properties are refused, and a client that checks its own bodies can learn that here.
            schema.additionalPropertiesSchema(reading == Reading.REQUEST ? nothing() : null);
            Arrays.stream(raw.getRecordComponents()).forEach(part -> property(schema, part, reading));
        } else if (!isText(raw)) {
            throw new IllegalStateException("No rule says how %s (%s) goes over the wire.".formatted(raw, name));
        }
        return schema;
    }

    private void property(Schema schema, RecordComponent part, Reading reading) {
        var property = of(part.getAnnotatedType(), reading);
        Descriptions.copy(part, property);
        var name = wireName(part);
        schema.addProperty(name, property);
        if (reading.requires(part)) {
            schema.addRequired(name);
        }
    }

    static String wireName(RecordComponent part) {
        var renamed = part.getAccessor().getAnnotation(JsonProperty.class);
        return renamed == null || renamed.value().isEmpty() ? part.getName() : renamed.value();
    }

    static String name(Class<?> raw) {
        var given = raw.getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
        if (given != null && !given.name().isEmpty()) {
            return given.name();
        }
        var outer = raw.getEnclosingClass();
        return outer == null ? raw.getSimpleName() : name(outer) + raw.getSimpleName();
    }

    /** Enumerations, and records that are one string on the wire. */
    static boolean isText(Class<?> raw) {
        return raw.isEnum()
                || raw.isRecord()
                        && Arrays.stream(raw.getDeclaredMethods())
                                .anyMatch(method -> method.isAnnotationPresent(JsonValue.class));
    }

    static Schema nothing() {
        return OASFactory.createSchema().booleanSchema(false);
    }

    static Schema ofType(SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }

    static AnnotatedType argument(AnnotatedType type, int position) {
        return ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[position];
    }

    static Class<?> raw(AnnotatedType type) {
        return raw(type.getType());
    }

    private static Class<?> raw(Type type) {
        return switch (type) {
            case Class<?> plain -> plain;
            case ParameterizedType generic -> raw(generic.getRawType());
            default -> throw new IllegalStateException("No rule says how %s goes over the wire.".formatted(type));
        };
    }
}
