package dev.firstfill.api.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VolleyTest {

    @Test
    void whichever_of_many_attacks_gets_in_is_named_and_the_others_are_made_nevertheless() {
        var attacks = IntStream.rangeClosed(1, 100).boxed().toList();
        var made = new AtomicInteger();

        assertThatThrownBy(() -> Volley.each(attacks, attack -> {
                    made.incrementAndGet();
                    assertThat(attack).as("attack %d", attack).isNotIn(1, 50, 100);
                }))
                .hasMessageContainingAll("100 attacks", "[attack 1]", "[attack 50]", "[attack 100]")
                .message()
                .doesNotContain("[attack 2]");

        assertThat(made).hasValue(100);
    }

    @Test
    void the_only_one_that_gets_in_is_told_in_its_own_words() {
        var attacks = IntStream.rangeClosed(1, 100).boxed().toList();

        assertThatThrownBy(() -> Volley.each(
                        attacks,
                        attack -> assertThat(attack).as("attack %d", attack).isNotEqualTo(50)))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("[attack 50]");
    }
}
