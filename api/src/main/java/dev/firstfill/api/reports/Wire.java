package dev.firstfill.api.reports;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Codes and quantities as all else in the contract is written. */
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

    /** 2, whether 2 or 2.000 was kept: equal quantities are equal, and read alike. */
    static BigDecimal plain(BigDecimal quantity) {
        var stripped = quantity.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
