package dev.firstfill.api.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TokenBucketTest {
    /** So that the monotonic clock overflows in the middle of it. */
    private long now = Long.MAX_VALUE - 5;

    private final TokenBucket bucket = new TokenBucket(60, now);

    @Test
    void is_full_at_first_and_gives_its_quota_at_once() {
        assertThat(taken(100)).isEqualTo(60);

        assertThat(bucket.remaining(now)).isZero();
    }

    @Test
    void is_refilled_steadily() {
        taken(60);

        pass(Duration.ofMillis(999));
        assertThat(taken(100)).isZero();
        pass(Duration.ofMillis(1));
        assertThat(taken(100)).isEqualTo(1);
        pass(Duration.ofSeconds(30));
        assertThat(taken(100)).isEqualTo(30);
    }

    @Test
    void holds_no_more_than_its_quota_however_long_it_stands() {
        taken(60);

        pass(Duration.ofDays(400));

        assertThat(taken(100)).isEqualTo(60);
    }

    @Test
    void loses_nothing_to_rounding_however_often_it_is_asked() {
        var odd = new TokenBucket(7, now);
        IntStream.range(0, 7).forEach(i -> odd.take(now));

        for (int i = 0; i < 60_000; i++) {
            pass(Duration.ofMillis(1));
            odd.remaining(now);
        }

        assertThat(odd.remaining(now)).isEqualTo(7);
    }

    @Test
    void says_when_it_is_full_and_when_there_is_one_in_whole_seconds() {
        assertThat(bucket.secondsUntilFull(now)).isZero();

        taken(1);
        assertThat(bucket.secondsUntilFull(now)).isEqualTo(1);
        pass(Duration.ofMillis(1));
        assertThat(bucket.secondsUntilFull(now)).isEqualTo(1);
        taken(59);
        assertThat(bucket.secondsUntilFull(now)).isEqualTo(60);
        assertThat(bucket.secondsUntilOne(now)).isEqualTo(1);
    }

    @Test
    void a_smaller_quota_holds_at_once_and_a_larger_one_is_filled() {
        bucket.holdAtMost(10, now);
        assertThat(bucket.remaining(now)).isEqualTo(10);

        bucket.holdAtMost(600, now);
        assertThat(bucket.remaining(now)).isEqualTo(10);
        pass(Duration.ofSeconds(1));
        assertThat(bucket.remaining(now)).isEqualTo(20);
    }

    @Test
    void a_clock_that_goes_back_gives_and_takes_nothing() {
        taken(30);

        now -= Duration.ofSeconds(10).toNanos();

        assertThat(bucket.remaining(now)).isEqualTo(30);
    }

    @Test
    void the_largest_quota_fits() {
        var largest = new TokenBucket(1_000_000, now);

        assertThat(largest.remaining(now)).isEqualTo(1_000_000);
        largest.take(now);
        pass(Duration.ofDays(400));
        assertThat(largest.remaining(now)).isEqualTo(1_000_000);
    }

    private long taken(int tries) {
        return IntStream.range(0, tries).filter(i -> bucket.take(now)).count();
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
