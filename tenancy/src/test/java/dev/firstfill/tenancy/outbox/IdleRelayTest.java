package dev.firstfill.tenancy.outbox;

import static dev.firstfill.tenancy.OnePlatform.await;
import static dev.firstfill.tenancy.OnePlatform.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.tenancy.OnePlatform;
import dev.firstfill.tenancy.catalogue.NewTenant;
import dev.firstfill.tenancy.migration.Migrations;
import dev.firstfill.tenancy.migration.TenantSchemas;
import dev.firstfill.tenancy.provisioning.NoOrganisations;
import dev.firstfill.tenancy.provisioning.Tenancies;
import dev.firstfill.tenancy.routing.TestPools;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Pharmacies with nothing to say. {@code -Dfirstfill.idle.pharmacies=1000} for as many as were promised. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class IdleRelayTest {
    private static final int PHARMACIES = Integer.getInteger("firstfill.idle.pharmacies", 20);
    private static final Duration AROUND_ALL = Duration.ofMinutes(5);
    private static final int WATCHED_SECONDS = 10;

    @Test
    void a_relay_asks_each_of_them_once_when_it_starts_and_then_a_few_now_and_then() throws Exception {
        try (var platform = OnePlatform.open();
                var pool = new ClosingPool(TestPools.twoKeys(platform, 4))) {
            open(platform);
            var outbox = new Outbox(pool.pool(), OnePlatform.vertx().getDelegate(), Clock.systemUTC());
            var meters = new SimpleMeterRegistry();
            var looks = meters.counter("firstfill.outbox.looks");
            try (var relay = new Relay(
                    outbox,
                    Receiver.NOBODY,
                    platform.catalogue,
                    OnePlatform.vertx().getDelegate(),
                    Clock.systemUTC(),
                    AROUND_ALL,
                    meters)) {
                relay.start();
                awaitUntil(() -> looks.count() >= PHARMACIES);

                double asked = looks.count();
                long cpu = cpuNanos();
                await(Uni.createFrom().voidItem().onItem().delayIt().by(Duration.ofSeconds(WATCHED_SECONDS)));
                long askedLater = (long) (looks.count() - asked);
                System.out.printf(
                        "%d idle pharmacies: %d questions and %d ms of CPU in %d s%n",
                        PHARMACIES, askedLater, (cpuNanos() - cpu) / 1_000_000, WATCHED_SECONDS);

                assertThat(asked).isEqualTo(PHARMACIES);
                // A round takes five minutes; twice its share leaves room for a slow machine.
                assertThat(askedLater)
                        .isLessThanOrEqualTo(2L * (PHARMACIES * WATCHED_SECONDS / AROUND_ALL.toSeconds() + 1));
            }
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
                                new NewTenant("idle-" + number, "Idle", ZoneId.of("America/Chicago"), true),
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

    private record ClosingPool(io.vertx.sqlclient.Pool pool) implements AutoCloseable {
        @Override
        public void close() {
            pool.close();
        }
    }
}
