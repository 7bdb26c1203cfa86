package dev.firstfill.tenancy.timers;

import static dev.firstfill.tenancy.OnePlatform.await;
import static dev.firstfill.tenancy.OnePlatform.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.kernel.DueTimers;
import dev.firstfill.tenancy.OnePlatform;
import dev.firstfill.tenancy.catalogue.NewTenant;
import dev.firstfill.tenancy.migration.Migrations;
import dev.firstfill.tenancy.migration.TenantSchemas;
import dev.firstfill.tenancy.provisioning.NoOrganisations;
import dev.firstfill.tenancy.provisioning.Tenancies;
import dev.firstfill.tenancy.routing.PharmacyClock;
import dev.firstfill.tenancy.routing.TestPools;
import dev.firstfill.tenancy.routing.TestTime;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Pharmacies in which nothing falls due. {@code -Dfirstfill.idle.pharmacies=1000} for as many as were promised. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class IdleTimersTest {
    private static final int PHARMACIES = Integer.getInteger("firstfill.idle.pharmacies", 20);
    private static final Duration AROUND_ALL = Duration.ofMinutes(1);
    private static final int WATCHED_SECONDS = 10;

    @Test
    void a_watch_looks_at_each_of_them_once_when_it_starts_and_then_about_once_a_minute() {
        var meters = new SimpleMeterRegistry();
        var looks = meters.counter("firstfill.timers.looks");
        Pool pool = null;
        try (var platform = OnePlatform.open()) {
            pool = TestPools.twoKeys(platform, 4);
            open(platform);
            try (var watch = watch(platform, pool, meters)) {
                watch.start();
                awaitUntil(() -> looks.count() >= PHARMACIES);

                double looked = looks.count();
                long cpu = cpuNanos();
                await(Uni.createFrom().voidItem().onItem().delayIt().by(Duration.ofSeconds(WATCHED_SECONDS)));
                long lookedLater = (long) (looks.count() - looked);
                System.out.printf(
                        "%d pharmacies with nothing due: %d looks and %d ms of CPU in %d s%n",
                        PHARMACIES, lookedLater, (cpuNanos() - cpu) / 1_000_000, WATCHED_SECONDS);

                assertThat(looked).isEqualTo(PHARMACIES);
                // A round takes a minute; twice its share leaves room for a slow machine.
                assertThat(lookedLater)
                        .isLessThanOrEqualTo(2L * (PHARMACIES * WATCHED_SECONDS / AROUND_ALL.toSeconds() + 1));
            }
        } finally {
            if (pool != null) {
                pool.close();
            }
        }
    }

    private static TimerWatch watch(OnePlatform platform, Pool pool, SimpleMeterRegistry meters) {
        return new TimerWatch(
                new NothingDue(pool),
                platform.catalogue,
                OnePlatform.vertx().getDelegate(),
                new TestTime(platform.testClocks),
                new PharmacyClock(Clock.systemUTC()),
                Migrations.ofTenants().latest(),
                AROUND_ALL,
                meters);
    }

    /** Looks at an index, as whoever keeps timers does. */
    private record NothingDue(Pool pool) implements DueTimers {
        @Override
        public Uni<Optional<Instant>> nextDueUpTo(Instant limit) {
            return Uni.createFrom()
                    .completionStage(() -> pool.preparedQuery(
                                    "select min(due_at) as due from pharmacy.outbox_event where due_at <= $1")
                            .execute(Tuple.of(OffsetDateTime.ofInstant(limit, ZoneOffset.UTC)))
                            .toCompletionStage())
                    .map(rows -> Optional.ofNullable(rows.iterator().next().getOffsetDateTime("due"))
                            .map(OffsetDateTime::toInstant));
        }

        @Override
        public Uni<Integer> fireDue(Instant now, int atMost) {
            return Uni.createFrom().failure(new AssertionError("Nothing is due."));
        }
    }

    private static void open(OnePlatform platform) {
        var tenancies = new Tenancies(
                platform.tenants,
                platform.catalogue,
                new TenantSchemas(platform.owner, Migrations.ofTenants()),
                platform.keys,
                new NoOrganisations());
        Uni.join()
                .all(IntStream.range(0, PHARMACIES)
                        .mapToObj(number -> tenancies.provision(
                                new NewTenant("idle-" + number, "Idle", ZoneId.of("America/Chicago"), false),
                                OnePlatform.OPERATOR))
                        .toList())
                .usingConcurrencyOf(4)
                .andFailFast()
                .await()
                .atMost(Duration.ofMinutes(5));
        await(platform.catalogue.refresh());
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
