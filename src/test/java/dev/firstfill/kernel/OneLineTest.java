package dev.firstfill.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OneLineTest {
    record Label(@Nullable @OneLine String text) {}

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Núñez-O'Brien, 2nd floor", "山田", "\uD83D\uDC89 syringe", "no\u00a0break"})
    void takes_what_people_write(@Nullable String text) {
        assertThat(Mistakes.in(new Label(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "a\tb", "a\u0085b", "a\u2028b", "\u007f"})
    void refuses_control_characters_and_line_breaks(String text) {
        assertThat(Mistakes.in(new Label(text))).containsExactly("text: must be one line without control characters");
    }

    @Test
    void refuses_half_a_surrogate_pair() {
        var half = "\uD83D\uDC89".substring(1);

        assertThat(Mistakes.in(new Label(half))).containsExactly("text: must be one line without control characters");
    }
}
