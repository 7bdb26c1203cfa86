package dev.firstfill.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WarmUpToAPlateauTest {
    private final Warm.Plateau plateau = new Warm.Plateau();

    @Test
    void two_turns_in_a_row_that_bring_hardly_more_are_the_end() {
        assertThat(reached(2_000, 4_000, 4_100, 4_050)).containsExactly(false, false, false, true);
    }

    @Test
    void one_bad_turn_is_not() {
        assertThat(reached(2_000, 1_500, 4_000, 3_000, 4_500)).containsOnly(false);
    }

    @Test
    void what_still_grows_slowly_is_not_warm() {
        assertThat(reached(2_000, 2_080, 2_165, 2_255)).containsOnly(false);
    }

    private boolean[] reached(double... figures) {
        var ends = new boolean[figures.length];
        for (int turn = 0; turn < figures.length; turn++) {
            ends[turn] = plateau.isReachedBy(figures[turn]);
        }
        return ends;
    }
}
