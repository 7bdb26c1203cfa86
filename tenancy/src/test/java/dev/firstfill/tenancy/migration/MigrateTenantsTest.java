package dev.firstfill.tenancy.migration;

import static dev.firstfill.tenancy.OnePlatform.OPERATOR;
import static dev.firstfill.tenancy.OnePlatform.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.tenancy.OnePlatform;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantState;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrateTenantsTest {
    /** As usual, but for waits that a test need not sit out. */
    private static final Patience IN_HASTE = new Patience(
            Duration.ofMillis(100), Duration.ofSeconds(5), 30, Duration.ofMillis(20), Duration.ofMillis(100));

    private final OnePlatform platform = OnePlatform.open();
    private final List<MigrationProgress> progress = new ArrayList<>();

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void brings_each_pharmacy_from_where_it_is_to_the_newest_version() {
        var northgate = Fixture.pharmacyAt(platform, "northgate", 1);
        var southbank = Fixture.pharmacyAt(platform, "southbank", 3);
        var newest = Fixture.pharmacyAt(platform, "newest", 4);

        var outcomes = run(migrator(Fixture.migrations()));

        assertThat(outcomes).hasSize(3);
        assertThat(versions()).containsExactly("newest 4", "northgate 4", "southbank 4");
        assertThat(history(northgate)).containsExactly("1 shelves", "2 boxes", "3 shelf_check", "4 box_seal");
        assertThat(history(southbank)).containsExactly("1 shelves", "2 boxes", "3 shelf_check", "4 box_seal");
        assertThat(events(northgate)).endsWith("activated", "migrated");
        assertThat(events(newest)).endsWith("activated");
        assertThat(progress.getLast().done()).isEqualTo(3);
        assertThat(progress.getLast().left()).isZero();
    }

    @Test
    void does_nothing_the_second_time() {
        Fixture.pharmacyAt(platform, "northgate", 1);
        run(migrator(Fixture.migrations()));
        var revision = platform.column("select value from control.revision");

        var outcomes = run(migrator(Fixture.migrations()));

        assertThat(outcomes).singleElement().isInstanceOf(MigrationOutcome.UpToDate.class);
        assertThat(platform.column("select value from control.revision")).isEqualTo(revision);
    }

    @Test
    void migrates_suspended_pharmacies_and_passes_over_those_in_the_making_or_leaving() {
        var suspended = Fixture.pharmacyAt(platform, "suspended", 1);
        await(platform.tenants.become(suspended.id(), TenantState.SUSPENDED, "suspended", OPERATOR, new JsonObject()));
        var leaving = Fixture.pharmacyAt(platform, "leaving", 1);
        await(platform.tenants.become(
                leaving.id(), TenantState.OFFBOARDING, "offboarding", OPERATOR, new JsonObject()));

        run(migrator(Fixture.migrations()));

        assertThat(versions()).containsExactly("leaving 1", "suspended 4");
    }

    @Test
    void goes_on_when_one_pharmacy_fails_and_leaves_that_one_as_it_was() {
        var northgate = Fixture.pharmacyAt(platform, "northgate", 1);
        Fixture.pharmacyAt(platform, "southbank", 1);
        platform.asSuperuser("create table %s.box (wrong integer)".formatted(northgate.schema()));

        var outcomes = run(migrator(Fixture.migrations()));

        assertThat(outcomes)
                .filteredOn(MigrationOutcome.Failed.class::isInstance)
                .singleElement()
                .isEqualTo(new MigrationOutcome.Failed(
                        current(northgate), 1, "ERROR: relation \"box\" already exists (42P07)"));
        assertThat(versions()).containsExactly("northgate 1", "southbank 4");
        assertThat(history(northgate)).containsExactly("1 shelves");
        assertThat(events(northgate)).endsWith("migration-failed");
    }

    @Test
    void refuses_a_file_that_was_changed_after_it_was_applied(@TempDir Path folder) throws Exception {
        var northgate = Fixture.pharmacyAt(platform, "northgate", 2);
        for (var step : Fixture.migrations().all()) {
            Files.writeString(folder.resolve(step.fileName()), step.sql());
        }
        Files.writeString(folder.resolve("V002__boxes.sql"), "select 'something else';");

        var outcomes = run(migrator(Migrations.in(folder)));

        assertThat(outcomes)
                .singleElement()
                .isEqualTo(new MigrationOutcome.Failed(
                        current(northgate),
                        1,
                        "V002__boxes.sql has been changed after it was applied. Undo the change and write a new"
                                + " migration instead."));
        assertThat(history(northgate)).containsExactly("1 shelves", "2 boxes");
    }

    @Test
    void tries_again_when_a_table_is_locked_and_succeeds_once_it_is_free() throws Exception {
        var northgate = Fixture.pharmacyAt(platform, "northgate", 2);
        try (var busy = platform.superuserConnection();
                var statement = busy.createStatement()) {
            busy.setAutoCommit(false);
            statement.execute("lock table %s.shelf in access share mode".formatted(northgate.schema()));
            var running = migrator(Fixture.migrations())
                    .run(1, OPERATOR, progress::add)
                    .subscribeAsCompletionStage();
            OnePlatform.awaitUntil(() -> lockTimeoutsSeen() >= 2);
            busy.commit();

            var outcome = (MigrationOutcome.Migrated) running.get().getFirst();

            assertThat(outcome.attempts()).isGreaterThan(2);
            assertThat(versions()).containsExactly("northgate 4");
        }
    }

    private long lockTimeoutsSeen() {
        return Long.parseLong(platform.column(
                        "select xact_rollback from pg_stat_database where datname = '%s'".formatted(platform.database))
                .getFirst());
    }

    @Test
    void gives_up_on_a_pharmacy_that_is_worked_on_by_someone_else() throws Exception {
        var northgate = Fixture.pharmacyAt(platform, "northgate", 2);
        var twice = new Patience(
                Duration.ofMillis(100), Duration.ofSeconds(5), 1, Duration.ofMillis(10), Duration.ofMillis(10));
        try (var other = platform.superuserConnection();
                var statement = other.createStatement()) {
            statement.execute(
                    "select pg_advisory_lock(%d)".formatted(northgate.id().lock()));

            var outcomes = run(new Migrator(platform.owner, platform.tenants, Fixture.migrations(), twice));

            assertThat(outcomes)
                    .singleElement()
                    .isEqualTo(new MigrationOutcome.Failed(
                            current(northgate), 2, "The pharmacy 'northgate' is being worked on already."));
        }
    }

    @Test
    void copies_into_the_catalogue_what_a_killed_run_had_done_already() {
        var northgate = Fixture.pharmacyAt(platform, "northgate", 4);
        platform.asSuperuser("update control.tenant set schema_version = 2");

        var outcomes = run(migrator(Fixture.migrations()));

        assertThat(outcomes).singleElement().isInstanceOf(MigrationOutcome.UpToDate.class);
        assertThat(versions()).containsExactly("northgate 4");
        assertThat(history(northgate)).hasSize(4);
    }

    @Test
    void a_schema_ahead_of_the_code_is_left_alone() {
        Fixture.pharmacyAt(platform, "northgate", 4);

        var outcomes = run(migrator(Fixture.migrations().upTo(2)));

        assertThat(outcomes).singleElement().isInstanceOf(MigrationOutcome.UpToDate.class);
        assertThat(versions()).containsExactly("northgate 4");
    }

    @Test
    void plans_without_changing_anything() {
        var northgate = Fixture.pharmacyAt(platform, "northgate", 2);

        var plans = await(migrator(Fixture.migrations()).plan().collect().asList());

        assertThat(plans)
                .containsExactly(
                        new MigrationPlan(northgate, List.of("V003__shelf_check.sql", "V004__box_seal.sql"), ""));
        assertThat(history(northgate)).containsExactly("1 shelves", "2 boxes");
    }

    @Test
    void tells_how_many_pharmacies_are_behind() {
        Fixture.pharmacyAt(platform, "northgate", 2);
        Fixture.pharmacyAt(platform, "southbank", 4);

        var status = await(migrator(Fixture.migrations()).status());

        assertThat(status.needed()).isEqualTo(4);
        assertThat(status.tenantsByVersion()).isEqualTo(java.util.Map.of(2, 1L, 4, 1L));
        assertThat(status.behind()).isEqualTo(1);
    }

    private Migrator migrator(Migrations migrations) {
        return new Migrator(platform.owner, platform.tenants, migrations, IN_HASTE);
    }

    private List<MigrationOutcome> run(Migrator migrator) {
        return await(migrator.run(2, OPERATOR, progress::add));
    }

    private Tenant current(Tenant tenant) {
        return await(platform.tenants.named(tenant.slug()));
    }

    private List<String> versions() {
        return platform.column("select slug || ' ' || schema_version from control.tenant order by slug");
    }

    private List<String> history(Tenant tenant) {
        return platform.column(
                "select version || ' ' || name from %s.migration order by version".formatted(tenant.schema()));
    }

    private List<String> events(Tenant tenant) {
        return await(platform.tenants.history(tenant.id())).stream()
                .map(event -> event.what())
                .toList();
    }
}
