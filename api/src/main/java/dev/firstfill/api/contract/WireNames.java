package dev.firstfill.api.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;

/** What enumeration constants are called in JSON. */
final class WireNames {
    private WireNames() {}

    static List<String> of(Class<?> enumeration) {
        return Arrays.stream(enumeration.getEnumConstants())
                .map(constant -> of(enumeration, (Enum<?>) constant))
                .toList();
    }

    private static String of(Class<?> enumeration, Enum<?> constant) {
        try {
            for (var method : enumeration.getDeclaredMethods()) {
                if (method.isAnnotationPresent(JsonValue.class)) {
                    return method.invoke(constant).toString();
                }
            }
            var renamed = enumeration.getField(constant.name()).getAnnotation(JsonProperty.class);
            return renamed == null ? constant.name() : renamed.value();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
