package dev.firstfill.api.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.firstfill.api.problem.ProblemException;
import dev.firstfill.api.problem.ProblemType;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Query parameters that are one word of a closed list, called as in JSON. */
final class FilterWord {
    private FilterWord() {}

    /** Null when nothing was said. */
    static <E extends Enum<E>> @Nullable E read(String parameter, Class<E> words, @Nullable String said) {
        return said == null
                ? null
                : Arrays.stream(words.getEnumConstants())
                        .filter(word -> name(words, word).equals(said))
                        .findFirst()
                        .orElseThrow(() -> new ProblemException(
                                ProblemType.INVALID_PARAMETER, "%s is one of %s.".formatted(parameter, all(words))));
    }

    private static <E extends Enum<E>> String all(Class<E> words) {
        return Arrays.stream(words.getEnumConstants())
                .map(word -> name(words, word))
                .collect(Collectors.joining(", "));
    }

    private static String name(Class<?> words, Enum<?> word) {
        try {
            return words.getField(word.name()).getAnnotation(JsonProperty.class).value();
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
