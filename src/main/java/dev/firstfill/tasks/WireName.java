package dev.firstfill.tasks;

import java.util.Arrays;
import java.util.Locale;

/** Names of constants as the contract writes them: {@code PREPARE_PA} is {@code prepare-pa}. */
final class WireName {
    private WireName() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException when no constant is called so */
    static <E extends Enum<E>> E read(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> of(constant).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not in the contract"));
    }
}
