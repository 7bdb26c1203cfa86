package dev.firstfill.tenancy.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PatienceTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Patience patience = new Patience(SECOND);

    @Test
    void whenever_somebody_begins_to_wait_they_are_refused_an_eighth_before_or_after_the_patience_at_most() {
        var waited = LongStream.range(0, 250).map(this::millisUntilRefused).summaryStatistics();

        assertThat(waited.getMin()).isEqualTo(875);
        assertThat(waited.getMax()).isEqualTo(1_124);
    }

    @Test
    void a_patience_of_nothing_is_looked_at_no_more_often_than_a_timer_can() {
        assertThat(new Patience(Duration.ZERO).betweenLooksMillis()).isEqualTo(1);
    }

    /** Looks come at 250 ms, 500 ms, and so on. */
    private long millisUntilRefused(long since) {
        long look = patience.betweenLooksMillis();
        while (!patience.isOver(
                Duration.ofMillis(since).toNanos(), Duration.ofMillis(look).toNanos())) {
            look += patience.betweenLooksMillis();
        }
        return look - since;
    }
}
