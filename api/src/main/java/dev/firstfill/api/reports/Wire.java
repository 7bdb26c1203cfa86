package dev.firstfill.api.reports;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** Codes as JSON writes them, for tables that no JSON library writes. */
final class Wire {
    private Wire() {}

    static @Nullable String name(@Nullable Enum<?> code) {
        if (code == null) {
            return null;
        }
        try {
            return code.getDeclaringClass()
                    .getField(code.name())
                    .getAnnotation(JsonProperty.class)
                    .value();
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
