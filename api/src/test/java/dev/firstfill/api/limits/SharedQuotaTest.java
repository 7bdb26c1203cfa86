package dev.firstfill.api.limits;

import static dev.firstfill.api.limits.Replicas.count;
import static dev.firstfill.api.limits.Replicas.granted;
import static dev.firstfill.api.limits.Replicas.pharmacy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Two replicas count in one Redis. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SharedQuotaTest {
    private static final Duration SECONDS = Duration.ofSeconds(30);
    private static final Set<Thread.State> STANDING_STILL =
            Set.of(Thread.State.BLOCKED, Thread.State.WAITING, Thread.State.TIMED_WAITING);

    private final Replicas replicas = new Replicas();
    private final RateLimiter first = replicas.patient();
    private final RateLimiter second = replicas.patient();

    @AfterEach
    void close() {
        replicas.close();
    }

    @Test
    void two_replicas_together_let_through_the_quota_and_what_is_refilled_and_no_more() {
        var northgate = pharmacy(600);
        long begun = System.nanoTime();

        var answers = Uni.join()
                .all(IntStream.range(0, 2_000)
                        .mapToObj(i -> (i % 2 == 0 ? first : second).count(northgate, "portal"))
                        .toList())
                .andFailFast()
                .await()
                .atMost(SECONDS);

        // Ten a second, for as long as this machine took.
        long refilled = 10 * Math.ceilDiv(System.nanoTime() - begun, 1_000_000_000L);
        long granted = answers.stream().filter(Standing::granted).count();
        assertThat(granted).isBetween(600L, 600 + refilled);
        assertThat(replicas.meters
                        .counter("firstfill.limits.refused", "tenant", northgate.slug(), "limit", "requests")
                        .count())
                .isEqualTo(2_000 - granted);
    }

    @Test
    void of_two_who_come_first_neither_is_refused_for_having_been_overtaken() throws InterruptedException {
        var northgate = pharmacy(60);
        var clock = new Overtaking();
        var replica = replicas.waiting(SECONDS, clock);
        var standings = new ConcurrentLinkedQueue<Standing>();
        clock.slow = Thread.ofPlatform().unstarted(() -> standings.add(count(replica, northgate, "portal")));
        clock.quick = Thread.ofPlatform().unstarted(() -> standings.add(count(replica, northgate, "portal")));

        clock.slow.start();
        await().atMost(SECONDS).until(() -> clock.readings.get() == 1);
        clock.quick.start();
        clock.slow.join();
        clock.quick.join();

        assertThat(standings).hasSize(2).allMatch(Standing::granted);
    }

    /** Never goes back; but whoever reads it first gets to act on it only when the other has done so, or cannot go on. */
    private static final class Overtaking implements LongSupplier {
        final AtomicLong readings = new AtomicLong();
        private final AtomicInteger byQuick = new AtomicInteger();
        private volatile Thread slow = Thread.currentThread();
        private volatile Thread quick = Thread.currentThread();

        @Override
        public long getAsLong() {
            long read = readings.incrementAndGet();
            if (read == 1) {
                await().atMost(SECONDS).until(() -> STANDING_STILL.contains(quick.getState()));
            }
            if (Thread.currentThread() == quick && byQuick.incrementAndGet() == 2) {
                await().atMost(SECONDS).until(() -> !slow.isAlive());
            }
            return read;
        }
    }

    @Test
    void what_is_used_up_at_one_replica_is_used_up_at_the_other() {
        var northgate = pharmacy(60);
        long begun = System.nanoTime();

        long there = granted(first, northgate, "portal", 70);
        long here = granted(second, northgate, "portal", 70);

        long refilled = Math.ceilDiv(System.nanoTime() - begun, 1_000_000_000L);
        assertThat(there).isBetween(60L, 60 + refilled);
        assertThat(there + here).isLessThanOrEqualTo(60 + refilled);
    }

    @Test
    void whoever_was_refused_is_served_when_the_bucket_has_been_refilled() {
        var northgate = pharmacy(60);
        granted(first, northgate, "portal", 62);

        await().atMost(SECONDS).until(() -> count(second, northgate, "portal").granted());
    }

    @Test
    void a_lease_that_was_not_spent_comes_back() {
        var northgate = pharmacy(6_000);
        var clock = new long[] {0};
        var replica = replicas.waiting(SECONDS, () -> clock[0]);

        for (int i = 0; i < 100; i++) {
            assertThat(count(replica, northgate, "portal").granted()).isTrue();
            clock[0] += Duration.ofSeconds(3).toNanos();
        }

        // A hundred leases of 120 would be twice the quota.
        assertThat(granted(second, northgate, "portal", 5_000)).isEqualTo(5_000);
    }

    @Test
    void other_clients_and_other_pharmacies_have_quotas_of_their_own() {
        var northgate = pharmacy(60);
        var southbank = pharmacy(60);
        granted(first, northgate, "portal", 62);

        assertThat(count(first, northgate, "telephony").remaining()).isEqualTo(59);
        assertThat(count(first, southbank, "portal").remaining()).isEqualTo(59);
    }

    @Test
    void a_changed_limit_holds_from_the_next_request_on() {
        var generous = pharmacy(6_000);
        var strict = Replicas.limited(generous.id(), 60);
        count(first, generous, "portal");

        var standing = count(first, strict, "portal");

        assertThat(standing).isEqualTo(new Standing(true, 60, 59, 1));
    }

    @Test
    void most_requests_do_not_ask_redis() {
        var northgate = pharmacy(6_000);
        var redis = replicas.redis();
        var replica = replicas.waiting(SECONDS, () -> 0);
        count(replica, northgate, "portal");
        long before = calls(redis);

        granted(replica, northgate, "portal", 119);

        assertThat(calls(redis) - before).isZero();
        count(replica, northgate, "portal");
        assertThat(calls(redis) - before).isEqualTo(1);
    }

    @Test
    void a_redis_that_has_forgotten_the_script_is_told_again() {
        var northgate = pharmacy(60);
        count(first, northgate, "portal");
        replicas.redis().script(List.of("FLUSH")).await().atMost(SECONDS);

        assertThat(count(first, northgate, "portal").granted()).isTrue();
        assertThat(replicas.meters.get("firstfill.limits.shared").gauges())
                .allSatisfy(gauge -> assertThat(gauge.value()).isEqualTo(1));
    }

    private static long calls(io.vertx.mutiny.redis.client.RedisAPI redis) {
        var info = redis.info(List.of("commandstats")).await().atMost(SECONDS).toString();
        return Stream.of("cmdstat_evalsha:calls=", "cmdstat_eval:calls=")
                .filter(info::contains)
                .mapToLong(name -> Long.parseLong(
                        info.substring(info.indexOf(name) + name.length()).split(",")[0]))
                .sum();
    }
}
