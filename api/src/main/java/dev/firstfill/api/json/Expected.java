package dev.firstfill.api.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Says in words what should have stood in a place. */
final class Expected {
    private Expected() {}

    static String of(Class<?> type) {
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants()).map(Expected::code).collect(Collectors.joining(", "));
        }
        if (type == LocalDate.class) {
            return "a date that exists, as YYYY-MM-DD";
        }
        if (type == Instant.class) {
            return "an instant as in RFC 3339, such as 2026-01-31T12:00:00Z";
        }
        if (type == java.time.ZoneId.class) {
            return "a time zone named by place, such as America/New_York";
        }
        if (type == UUID.class) {
            return "a UUID";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        boolean structured =
                Map.class.isAssignableFrom(type) || type.isRecord() && type.getRecordComponents().length > 1;
        return structured ? "an object" : "a string";
    }

    private static String code(Object constant) {
        try {
            var property =
                    constant.getClass().getField(((Enum<?>) constant).name()).getAnnotation(JsonProperty.class);
            return property == null ? ((Enum<?>) constant).name() : property.value();
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
