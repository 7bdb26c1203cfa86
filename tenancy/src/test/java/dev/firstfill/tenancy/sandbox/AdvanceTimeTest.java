package dev.firstfill.tenancy.sandbox;

import static dev.firstfill.tenancy.OnePlatform.OPERATOR;
import static dev.firstfill.tenancy.OnePlatform.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.kernel.DueTimers;
import dev.firstfill.tenancy.OnePlatform;
import dev.firstfill.tenancy.catalogue.NewTenant;
import dev.firstfill.tenancy.catalogue.TenancyRefusals.ClockAdvancing;
import dev.firstfill.tenancy.catalogue.TenancyRefusals.ClockBackwards;
import dev.firstfill.tenancy.catalogue.TenancyRefusals.ClockOutOfRange;
import dev.firstfill.tenancy.catalogue.TenancyRefusals.NotASandbox;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.migration.Migrations;
import dev.firstfill.tenancy.migration.TenantSchemas;
import dev.firstfill.tenancy.provisioning.NoOrganisations;
import dev.firstfill.tenancy.provisioning.Tenancies;
import dev.firstfill.tenancy.routing.PharmacyClock;
import dev.firstfill.tenancy.routing.TenantContexts;
import dev.firstfill.tenancy.routing.TestPools;
import dev.firstfill.tenancy.routing.TestTime;
import dev.firstfill.tenancy.timers.KeptTimers;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AdvanceTimeTest {
    private static final Instant REAL_NOW = Instant.parse("2026-06-15T12:00:00Z");
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);

    private static OnePlatform platform;
    private static Pool pool;
    private static Tenancies tenancies;
    private static KeptTimers timers;

    private Tenant northgate;

    @BeforeAll
    static void open() {
        platform = OnePlatform.open();
        pool = TestPools.twoKeys(platform, 4);
        tenancies = new Tenancies(
                platform.tenants,
                platform.catalogue,
                new TenantSchemas(platform.owner, Migrations.ofTenants()),
                platform.keys,
                new NoOrganisations());
        timers = new KeptTimers(platform, pool);
    }

    @AfterAll
    static void close() {
        pool.close();
        platform.close();
    }

    @BeforeEach
    void openASandbox() {
        northgate = opened(true);
    }

    @Test
    void a_clock_that_was_never_set_is_real() {
        assertThat(await(clock().read(northgate))).isEmpty();
    }

    @Test
    void a_clock_that_was_set_stands_still_and_every_process_reads_the_same() {
        var stands = set("2026-07-01T13:00:00.123456789Z");

        assertThat(stands).isEqualTo("2026-07-01T13:00:00.123456Z");
        assertThat(await(clock().read(northgate))).contains(stands);
        assertThat(shownTo(northgate)).isEqualTo(stands);
    }

    @Test
    void what_falls_due_on_the_way_fires_in_its_order_each_at_its_own_instant() {
        set("2026-07-01T13:00:00Z");
        timers.set(northgate, 1, at("2026-07-03T08:30:00Z"));
        timers.set(northgate, 2, at("2026-07-02T08:30:00Z"));
        timers.set(northgate, 3, at("2026-07-02T08:30:00Z"));
        timers.set(northgate, 4, at("2026-08-01T00:00:00Z"));
        timers.set(northgate, 5, at("2026-08-01T00:00:01Z"));

        var stands = set("2026-08-01T00:00:00Z");

        assertThat(stands).isEqualTo("2026-08-01T00:00:00Z");
        assertThat(timers.fired(northgate))
                .containsExactlyInAnyOrder(
                        "2 at 2026-07-02T08:30:00Z",
                        "3 at 2026-07-02T08:30:00Z",
                        "1 at 2026-07-03T08:30:00Z",
                        "4 at 2026-08-01T00:00:00Z")
                .endsWith("1 at 2026-07-03T08:30:00Z", "4 at 2026-08-01T00:00:00Z");
    }

    @Test
    void what_is_overdue_fires_at_the_time_that_it_is() {
        set("2026-07-01T13:00:00Z");
        timers.set(northgate, 1, at("2026-06-01T00:00:00Z"));

        set("2026-07-01T13:00:00Z");

        assertThat(timers.fired(northgate)).containsExactly("1 at 2026-07-01T13:00:00Z");
    }

    @Test
    void more_than_one_batch_at_one_instant_fires_there_whole() {
        set("2026-07-01T13:00:00Z");
        timers.setMany(northgate, 3 * Advance.BATCH + 1, at("2026-07-02T00:00:00Z"));

        set("2026-07-03T00:00:00Z");

        assertThat(timers.fired(northgate))
                .hasSize(3 * Advance.BATCH + 1)
                .allMatch(fired -> fired.endsWith(" at 2026-07-02T00:00:00Z"));
    }

    @Test
    void time_does_not_run_backwards() {
        set("2026-07-01T13:00:00Z");

        assertThatThrownBy(() -> set("2026-07-01T12:59:59Z")).isInstanceOf(ClockBackwards.class);

        assertThat(await(clock().read(northgate))).contains(at("2026-07-01T13:00:00Z"));
        assertThat(set("2026-07-01T13:00:01Z")).isEqualTo("2026-07-01T13:00:01Z");
    }

    @Test
    void an_advance_is_a_year_at_most() {
        set("2026-07-01T13:00:00Z");

        assertThatThrownBy(() -> set("2027-07-02T13:00:01Z")).isInstanceOf(ClockOutOfRange.class);

        assertThat(await(clock().read(northgate))).contains(at("2026-07-01T13:00:00Z"));
        assertThat(set("2027-07-02T13:00:00Z")).isEqualTo("2027-07-02T13:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1999-12-31T23:59:59Z", "2031-06-20T00:00:00Z", "+1000000000-12-31T23:59:59.999999999Z"})
    void a_clock_is_first_set_to_a_time_that_somebody_could_mean(Instant wished) {
        assertThatThrownBy(() -> set(wished.toString())).isInstanceOf(ClockOutOfRange.class);

        assertThat(await(clock().read(northgate))).isEmpty();
    }

    @Test
    void a_real_pharmacy_has_no_such_clock() {
        var real = opened(false);

        assertThatThrownBy(() -> clock().read(real)).isInstanceOf(NotASandbox.class);
        assertThatThrownBy(() -> clock().begin(real, at("2026-07-01T13:00:00Z")))
                .isInstanceOf(NotASandbox.class);
        assertThat(shownTo(real)).isEqualTo(REAL_NOW);
    }

    @Test
    void not_even_the_database_keeps_a_clock_for_a_real_pharmacy_or_makes_one_a_sandbox() {
        var real = opened(false);

        assertThatThrownBy(() -> await(platform.testClocks.begin(real.id(), UUID.randomUUID())))
                .isInstanceOf(NotASandbox.class);
        assertThatThrownBy(() ->
                        platform.asSuperuser("insert into control.test_clock (tenant_id, sandbox) values ('%s', false)"
                                .formatted(real.id())))
                .hasStackTraceContaining("test_clock_of_sandboxes_only");
        assertThatThrownBy(() -> platform.asSuperuser(
                        "update control.tenant set sandbox = true where id = '%s'".formatted(real.id())))
                .hasStackTraceContaining("from its first day to its last");
        assertThatThrownBy(() -> platform.asSuperuser(
                        "update control.tenant set sandbox = false where id = '%s'".formatted(northgate.id())))
                .hasStackTraceContaining("from its first day to its last");
    }

    @Test
    void one_advance_at_a_time() {
        set("2026-07-01T13:00:00Z");
        var first = await(clock().begin(northgate, at("2026-08-01T00:00:00Z")));

        assertThatThrownBy(() -> set("2026-09-01T00:00:00Z")).isInstanceOf(ClockAdvancing.class);

        assertThat(await(clock().advance(first))).isEqualTo("2026-08-01T00:00:00Z");
        assertThat(set("2026-09-01T00:00:00Z")).isEqualTo("2026-09-01T00:00:00Z");
    }

    @Test
    void a_crash_on_the_way_leaves_the_clock_there_and_the_next_advance_goes_on() {
        set("2026-07-01T13:00:00Z");
        timers.set(northgate, 1, at("2026-07-02T00:00:00Z"));
        timers.set(northgate, 2, at("2026-07-03T00:00:00Z"));
        timers.set(northgate, 3, at("2026-07-04T00:00:00Z"));

        assertThatThrownBy(() -> await(clock(failingAtThe(2), LONG_ENOUGH)
                        .begin(northgate, at("2026-08-01T00:00:00Z"))
                        .chain(wish -> clock(failingAtThe(2), LONG_ENOUGH).advance(wish))))
                .hasMessage("crashed");

        assertThat(await(clock().read(northgate))).contains(at("2026-07-03T00:00:00Z"));
        assertThat(set("2026-08-01T00:00:00Z")).isEqualTo("2026-08-01T00:00:00Z");
        assertThat(timers.fired(northgate))
                .containsExactly("1 at 2026-07-02T00:00:00Z", "2 at 2026-07-03T00:00:00Z", "3 at 2026-07-04T00:00:00Z");
    }

    @Test
    void whoever_was_killed_with_the_clock_in_hand_loses_it_when_the_lease_is_over() {
        set("2026-07-01T13:00:00Z");
        var killed = await(clock().begin(northgate, at("2026-08-01T00:00:00Z")));
        platform.asSuperuser("update control.test_clock set advance_until = clock_timestamp() - interval '1 second'"
                + " where tenant_id = '%s'".formatted(northgate.id()));

        var next = await(clock().begin(northgate, at("2026-09-01T00:00:00Z")));

        assertThatThrownBy(() -> await(clock().advance(killed))).isInstanceOf(ClockAdvancing.class);
        assertThat(await(clock().read(northgate))).contains(at("2026-07-01T13:00:00Z"));
        assertThat(await(clock().advance(next))).isEqualTo("2026-09-01T00:00:00Z");
    }

    @Test
    void an_advance_that_takes_too_long_says_how_far_it_came_and_is_finished_by_asking_again() {
        set("2026-07-01T13:00:00Z");
        timers.set(northgate, 1, at("2026-07-02T00:00:00Z"));
        timers.set(northgate, 2, at("2026-07-03T00:00:00Z"));
        var hasty = clock(Optional.of(timers), Duration.ZERO);

        var stands = await(hasty.begin(northgate, at("2026-08-01T00:00:00Z")).chain(hasty::advance));

        assertThat(stands).isBefore("2026-08-01T00:00:00Z");
        assertThat(await(clock().read(northgate))).contains(stands);
        assertThat(set("2026-08-01T00:00:00Z")).isEqualTo("2026-08-01T00:00:00Z");
        assertThat(timers.fired(northgate)).containsExactly("1 at 2026-07-02T00:00:00Z", "2 at 2026-07-03T00:00:00Z");
    }

    @Test
    void without_timers_the_clock_is_just_set() {
        var clock = clock(Optional.empty(), LONG_ENOUGH);

        assertThat(await(clock.begin(northgate, at("2026-07-01T13:00:00Z")).chain(clock::advance)))
                .isEqualTo("2026-07-01T13:00:00Z");
    }

    @Test
    void nobody_guesses_the_time_of_a_sandbox_whose_clock_was_not_read() {
        var pharmacyClock = new PharmacyClock(Clock.fixed(REAL_NOW, ZoneOffset.UTC));
        var contexts = new TenantContexts(OnePlatform.vertx().getDelegate());

        assertThatThrownBy(() ->
                        await(contexts.in(northgate, () -> Uni.createFrom().item(pharmacyClock::instant))))
                .hasMessage("The clock of this sandbox pharmacy has not been read in this context.");
    }

    private Instant set(String wished) {
        var clock = clock();
        return await(clock.begin(northgate, Instant.parse(wished)).chain(clock::advance));
    }

    private static SandboxClock clock() {
        return clock(Optional.of(timers), LONG_ENOUGH);
    }

    /** As another process would put it together. */
    private static SandboxClock clock(Optional<DueTimers> due, Duration patience) {
        return new SandboxClock(
                platform.testClocks,
                new TenantContexts(OnePlatform.vertx().getDelegate()),
                new TestTime(platform.testClocks),
                () -> due,
                Clock.fixed(REAL_NOW, ZoneOffset.UTC),
                patience);
    }

    private static Instant shownTo(Tenant tenant) {
        var pharmacyClock = new PharmacyClock(Clock.fixed(REAL_NOW, ZoneOffset.UTC));
        return await(
                new TenantContexts(OnePlatform.vertx().getDelegate()).in(tenant, () -> new TestTime(platform.testClocks)
                        .enter(tenant)
                        .map(entered -> pharmacyClock.instant())));
    }

    private static Optional<DueTimers> failingAtThe(int time) {
        var times = new AtomicInteger();
        return Optional.of(new DueTimers() {
            @Override
            public Uni<Optional<Instant>> nextDueUpTo(Instant limit) {
                return timers.nextDueUpTo(limit);
            }

            @Override
            public Uni<Integer> fireDue(Instant now, int atMost) {
                return times.incrementAndGet() == time
                        ? Uni.createFrom().failure(new IllegalStateException("crashed"))
                        : timers.fireDue(now, atMost);
            }
        });
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }

    private static Tenant opened(boolean sandbox) {
        var slug = "northgate-" + UUID.randomUUID().toString().substring(0, 8);
        var tenant = await(tenancies.provision(
                new NewTenant(slug, "Northgate Specialty Pharmacy", ZoneId.of("America/Chicago"), sandbox), OPERATOR));
        timers.keepIn(tenant);
        return tenant;
    }
}
