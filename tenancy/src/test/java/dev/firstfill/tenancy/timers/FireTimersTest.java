package dev.firstfill.tenancy.timers;

import static dev.firstfill.tenancy.OnePlatform.OPERATOR;
import static dev.firstfill.tenancy.OnePlatform.await;
import static dev.firstfill.tenancy.OnePlatform.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.tenancy.OnePlatform;
import dev.firstfill.tenancy.catalogue.NewTenant;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.migration.Migrations;
import dev.firstfill.tenancy.migration.TenantSchemas;
import dev.firstfill.tenancy.provisioning.NoOrganisations;
import dev.firstfill.tenancy.provisioning.Tenancies;
import dev.firstfill.tenancy.routing.PharmacyClock;
import dev.firstfill.tenancy.routing.TestPools;
import dev.firstfill.tenancy.routing.TestTime;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FireTimersTest {
    /** So long that only the first round of a watch happens in a test. */
    private static final Duration AROUND_ALL = Duration.ofHours(1);

    private static OnePlatform platform;
    private static Pool pool;
    private static Tenancies tenancies;
    private static KeptTimers timers;
    private static Tenant northgate;
    private static Tenant southbank;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @BeforeAll
    static void openTwoPharmacies() {
        platform = OnePlatform.open();
        pool = TestPools.twoKeys(platform, 8);
        tenancies = new Tenancies(
                platform.tenants,
                platform.catalogue,
                new TenantSchemas(platform.owner, Migrations.ofTenants()),
                platform.keys,
                new NoOrganisations());
        timers = new KeptTimers(platform, pool);
        northgate = opened(OnePlatform.northgate());
        southbank = opened(OnePlatform.southbank());
    }

    @AfterAll
    static void close() {
        pool.close();
        platform.close();
    }

    @BeforeEach
    void forgetTimers() {
        timers.forgetAll(northgate);
        timers.forgetAll(southbank);
    }

    @Test
    void what_is_due_fires_when_a_process_starts_however_long_ago_it_fell_due() {
        timers.set(northgate, 1, Instant.now().minus(Duration.ofDays(3)));
        timers.set(northgate, 2, Instant.now().plus(Duration.ofDays(3)));
        timers.set(southbank, 1, Instant.now().minusSeconds(1));

        try (var watch = watch()) {
            watch.start();
            awaitUntil(() -> timers.countFired(northgate, 1) + timers.countFired(southbank, 1) == 2);
        }

        assertThat(timers.countFired(northgate, 0)).isEqualTo(1);
        assertThat(meters.counter("firstfill.timers.fired").count()).isEqualTo(2);
        assertThat(meters.timer("firstfill.timers.late").max(TimeUnit.DAYS)).isBetween(3.0, 3.1);
    }

    @Test
    void of_two_processes_at_once_one_fires_each_timer() {
        int each = 12 * TimerWatch.BATCH;
        timers.setMany(northgate, each, Instant.now().minusSeconds(5));
        timers.setMany(southbank, each, Instant.now().minusSeconds(5));

        try (var one = watch();
                var other = watch()) {
            one.start();
            other.start();
            awaitUntil(() -> timers.countFired(northgate, 0) + timers.countFired(southbank, 0) == 0);
        }

        assertThat(timers.countFired(northgate, 1)).isEqualTo(each);
        assertThat(timers.countFired(southbank, 1)).isEqualTo(each);
        assertThat(meters.counter("firstfill.timers.fired").count()).isEqualTo(2.0 * each);
    }

    @Test
    void what_falls_due_before_the_next_round_is_come_back_for() {
        var soon = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.MICROS);
        timers.set(northgate, 1, soon);

        try (var watch = watch()) {
            watch.start();
            awaitUntil(() -> timers.countFired(northgate, 1) == 1);
        }

        assertThat(Instant.now()).isAfterOrEqualTo(soon);
    }

    @Test
    void a_suspended_pharmacys_timers_wait_until_it_is_served_again() {
        var suspended = opened(named("suspended", false));
        timers.set(suspended, 1, Instant.now().minusSeconds(1));
        await(tenancies.suspend(suspended.slug(), "tried out", OPERATOR));
        timers.set(northgate, 1, Instant.now().minusSeconds(1));

        try (var watch = watch()) {
            watch.start();
            awaitUntil(() -> timers.countFired(northgate, 1) == 1);
        }
        assertThat(timers.countFired(suspended, 1)).isZero();

        await(tenancies.resume(suspended.slug(), OPERATOR));
        try (var watch = watch()) {
            watch.start();
            awaitUntil(() -> timers.countFired(suspended, 1) == 1);
        }
    }

    @Test
    void what_cannot_be_fired_is_tried_again_and_holds_up_no_other_pharmacy() {
        timers.set(northgate, 1, Instant.now().minusSeconds(1));
        timers.set(southbank, 1, Instant.now().minusSeconds(1));
        timers.breakDown(northgate);

        try (var watch = watch()) {
            watch.start();
            awaitUntil(() -> timers.countFired(southbank, 1) == 1
                    && meters.counter("firstfill.timers.failed").count() >= 2);
            assertThat(timers.countFired(northgate, 1)).isZero();
            timers.mend(northgate);
            awaitUntil(() -> timers.countFired(northgate, 1) == 1);
        }
    }

    @Test
    void a_process_that_stops_begins_nothing_more() {
        var watch = watch();
        watch.start();
        awaitUntil(() -> meters.counter("firstfill.timers.looks").count() >= 2);
        watch.close();
        timers.set(northgate, 1, Instant.now().minusSeconds(1));
        timers.set(southbank, 1, Instant.now().minusSeconds(1));
        double looks = meters.counter("firstfill.timers.looks").count();

        try (var another = watch(northgate.schemaVersion(), new SimpleMeterRegistry())) {
            another.start();
            awaitUntil(() -> timers.countFired(northgate, 1) + timers.countFired(southbank, 1) == 2);
        }

        assertThat(meters.counter("firstfill.timers.looks").count()).isEqualTo(looks);
        assertThat(meters.counter("firstfill.timers.fired").count()).isZero();
    }

    @Test
    void in_a_sandbox_due_is_what_is_due_where_its_clock_stands() {
        var sandbox = opened(named("sandbox", true));
        var advance = UUID.randomUUID();
        await(platform.testClocks.begin(sandbox.id(), advance));
        await(platform.testClocks.step(sandbox.id(), advance, Instant.parse("2031-07-01T13:00:00Z")));
        timers.set(sandbox, 1, Instant.parse("2031-07-01T12:59:59Z"));
        timers.set(sandbox, 2, Instant.parse("2031-07-01T13:00:01Z"));

        try (var watch = watch()) {
            watch.start();
            awaitUntil(() -> timers.countFired(sandbox, 1) == 1);
        }

        assertThat(timers.fired(sandbox)).containsExactly("1 at 2031-07-01T13:00:00Z");
        assertThat(meters.timer("firstfill.timers.late").count()).isZero();
    }

    @Test
    void a_pharmacy_whose_schema_is_behind_is_left_alone() {
        timers.set(northgate, 1, Instant.now().minusSeconds(1));

        var others = new SimpleMeterRegistry();
        try (var behind = watch(northgate.schemaVersion() + 1, meters);
                var current = watch(northgate.schemaVersion(), others)) {
            behind.start();
            current.start();
            awaitUntil(() -> timers.countFired(northgate, 1) == 1);
        }

        assertThat(others.counter("firstfill.timers.fired").count()).isEqualTo(1);
        assertThat(meters.counter("firstfill.timers.looks").count()).isZero();
    }

    private TimerWatch watch() {
        return watch(northgate.schemaVersion(), meters);
    }

    private TimerWatch watch(int minimumSchemaVersion, SimpleMeterRegistry meters) {
        await(platform.catalogue.refresh());
        return new TimerWatch(
                timers,
                platform.catalogue,
                OnePlatform.vertx().getDelegate(),
                new TestTime(platform.testClocks),
                new PharmacyClock(Clock.systemUTC()),
                minimumSchemaVersion,
                AROUND_ALL,
                meters);
    }

    private static NewTenant named(String name, boolean sandbox) {
        var slug = name + "-" + UUID.randomUUID().toString().substring(0, 8);
        return new NewTenant(slug, name, ZoneId.of("America/Chicago"), sandbox);
    }

    private static Tenant opened(NewTenant wish) {
        var tenant = await(tenancies.provision(wish, OPERATOR));
        timers.keepIn(tenant);
        return tenant;
    }
}
