package dev.firstfill.api.faults;

import static dev.firstfill.api.limits.Replicas.count;
import static dev.firstfill.api.limits.Replicas.granted;
import static dev.firstfill.api.limits.Replicas.pharmacy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.api.limits.RateLimiter;
import dev.firstfill.api.limits.Replicas;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What becomes of quotas when Redis goes away and when it comes back. Time stands still unless a test lets it pass. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class QuotaWithoutRedisTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Cable cable =
            Cable.to(Replicas.address().getHost(), Replicas.address().getPort());
    private final Replicas replicas = new Replicas(
            URI.create("redis://%s@127.0.0.1:%d".formatted(Replicas.address().getUserInfo(), cable.port())));
    private final AtomicLong now = new AtomicLong();
    private final RateLimiter limiter = replicas.waiting(PATIENCE, now::get);

    @AfterEach
    void close() throws IOException {
        replicas.close();
        cable.close();
    }

    @Test
    void a_pulled_cable_costs_nobody_an_answer_and_the_quota_still_holds() throws IOException {
        var northgate = pharmacy(60);
        long begun = System.nanoTime();
        assertThat(granted(limiter, northgate, "portal", 20)).isEqualTo(20);
        assertThat(shared()).isEqualTo(1);

        cable.pull();

        assertThat(granted(limiter, northgate, "portal", 100)).isBetween(40L, 40 + secondsSince(begun));
        assertThat(shared()).isZero();
        pass(Duration.ofSeconds(3));
        assertThat(granted(limiter, northgate, "portal", 100)).isBetween(3L, 4L);
    }

    @Test
    void of_a_redis_that_hangs_only_the_first_request_takes_notice() {
        var northgate = pharmacy(60);
        var southbank = pharmacy(60);
        count(limiter, northgate, "portal");
        cable.squeeze();
        count(limiter, northgate, "portal");
        assertThat(shared()).isZero();

        long begun = System.nanoTime();
        assertThat(granted(limiter, southbank, "portal", 100)).isEqualTo(60);

        assertThat(System.nanoTime() - begun).isLessThan(60 * PATIENCE.toNanos());
        assertThat(shared()).isZero();
    }

    @Test
    void replicas_count_together_again_when_it_is_back_and_what_was_spent_alone_is_not_given_again()
            throws IOException {
        var northgate = pharmacy(60);
        long begun = System.nanoTime();
        count(limiter, northgate, "portal");
        cable.pull();
        assertThat(granted(limiter, northgate, "portal", 100)).isGreaterThanOrEqualTo(59);
        cable.plugIn();

        Program.await(() -> {
            pass(Duration.ofSeconds(1));
            count(limiter, northgate, "telephony");
            return shared() == 1;
        });

        long alone = TimeUnit.NANOSECONDS.toSeconds(now.get());
        count(limiter, northgate, "portal");
        var another = replicas.waiting(PATIENCE, now::get);
        assertThat(granted(another, northgate, "portal", 100)).isLessThanOrEqualTo(alone + secondsSince(begun));
    }

    /** In each of which Redis adds a token. */
    private static long secondsSince(long begun) {
        return Math.ceilDiv(System.nanoTime() - begun, TimeUnit.SECONDS.toNanos(1));
    }

    private double shared() {
        return replicas.meters.get("firstfill.limits.shared").gauge().value();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
