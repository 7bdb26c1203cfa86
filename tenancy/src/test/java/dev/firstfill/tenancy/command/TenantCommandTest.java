package dev.firstfill.tenancy.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.tenancy.OnePlatform;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantLimits;
import dev.firstfill.tenancy.catalogue.TenantState;
import dev.firstfill.tenancy.migration.Fixture;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenantCommandTest {
    private final OnePlatform platform = OnePlatform.empty();
    private final Map<String, String> environment = new HashMap<>(platform.environment());
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void init() {
        assertThat(tenant("init")).isZero();
        out.getBuffer().setLength(0);
    }

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void init_may_be_said_again() {
        assertThat(tenant("init")).isZero();

        assertThat(out).hasToString("The catalogue is up to date.\n");
        assertThat(platform.column("select name from control.node")).containsExactly("main");
    }

    @Test
    void opens_lists_and_shows_a_pharmacy() {
        assertThat(tenant("new", "northgate", "--name", "Northgate Pharmacy", "--time-zone", "America/Chicago"))
                .isZero();

        var made = northgate();
        assertThat(made.state()).isEqualTo(TenantState.ACTIVE);
        assertThat(out)
                .hasToString("northgate is open: schema %s, organisation %s%n".formatted(made.schema(), made.id()));

        assertThat(said("list"))
                .isEqualTo("northgate                                ACTIVE       version 4    node main     Northgate"
                        + " Pharmacy\n");
        assertThat(said("show", "northgate"))
                .contains("state         ACTIVE", "registered", "activated", "bin/tenant by");
    }

    @Test
    void refuses_a_slug_that_is_taken_with_one_line_and_exit_code_1() {
        tenant("new", "northgate", "--name", "Northgate", "--time-zone", "America/Chicago");

        assertThat(tenant("new", "northgate", "--name", "Another", "--time-zone", "America/Chicago"))
                .isEqualTo(1);

        assertThat(err).hasToString("Another pharmacy is called 'northgate' already.\n");
        assertThat(northgate().name()).isEqualTo("Northgate");
    }

    @Test
    void says_how_it_is_used_when_it_was_not_understood() {
        assertThat(tenant("new", "northgate")).isEqualTo(2);

        assertThat(err.toString())
                .startsWith("Missing required options: '--name=")
                .contains("Usage: bin/tenant new");
    }

    @Test
    void says_what_to_do_when_there_is_no_catalogue_yet() {
        platform.asSuperuser("drop schema control cascade");

        assertThat(tenant("list")).isEqualTo(1);

        assertThat(err.toString()).startsWith("The catalogue is not there, or not up to date: bin/tenant init.");
    }

    @Test
    void names_the_variable_that_is_missing() {
        environment.remove("FIRSTFILL_DB_HOST");

        assertThat(tenant("list")).isEqualTo(1);

        assertThat(err).hasToString("The variable FIRSTFILL_DB_HOST is not set. See --help.\n");
    }

    @Test
    void suspends_and_resumes() {
        tenant("new", "northgate", "--name", "Northgate", "--time-zone", "America/Chicago");

        assertThat(tenant("suspend", "northgate", "--reason", "unpaid")).isZero();
        assertThat(northgate().state()).isEqualTo(TenantState.SUSPENDED);

        assertThat(tenant("resume", "northgate")).isZero();
        assertThat(northgate().state()).isEqualTo(TenantState.ACTIVE);
    }

    @Test
    void limits_a_pharmacy_and_shows_it() {
        tenant("new", "northgate", "--name", "Northgate", "--time-zone", "America/Chicago");

        assertThat(said("limits", "northgate", "--requests-per-minute", "120", "--concurrent-acts", "2"))
                .isEqualTo("northgate: 120 requests a minute, 2 acts at once. Every replica knows within seconds.\n");

        assertThat(northgate().limits()).isEqualTo(new TenantLimits(120, 2));
        assertThat(said("show", "northgate")).contains("limits        120 requests a minute, 2 acts at once\n");
    }

    @Test
    void refuses_limits_under_which_nobody_could_work() {
        tenant("new", "northgate", "--name", "Northgate", "--time-zone", "America/Chicago");

        assertThat(tenant("limits", "northgate", "--requests-per-minute", "59", "--concurrent-acts", "2"))
                .isEqualTo(1);
        assertThat(tenant("limits", "northgate", "--requests-per-minute", "60", "--concurrent-acts", "0"))
                .isEqualTo(1);

        assertThat(err).hasToString("""
                A client's requests in a minute are limited to a number from 60 to 1000000.
                Acts at the same time are limited to a number from 1 to 1000.
                """);
        assertThat(northgate().limits()).isEqualTo(TenantLimits.USUAL);
    }

    @Test
    void erases_only_what_was_named_twice(@TempDir Path exports) {
        tenant("new", "northgate", "--name", "Northgate", "--time-zone", "America/Chicago");

        assertThat(tenant("offboard", "northgate", "--export-to", exports.toString(), "--yes-erase", "southbank"))
                .isEqualTo(1);
        assertThat(northgate().state()).isEqualTo(TenantState.ACTIVE);

        assertThat(tenant("offboard", "northgate", "--export-to", exports.toString(), "--yes-erase", "northgate"))
                .isZero();
        assertThat(platform.schemas()).isEmpty();
        assertThat(said("list")).isEmpty();
        assertThat(said("list", "--closed")).contains("northgate", "CLOSED");
    }

    @Test
    void plans_migrates_and_tells_where_all_are() {
        Fixture.pharmacyAt(platform, "northgate", 2);

        assertThat(said("migrate", "--dry-run"))
                .isEqualTo("northgate: V003__shelf_check.sql, V004__box_seal.sql\n"
                        + "1 of 1 pharmacies would be migrated. Nothing was changed.\n");
        assertThat(said("status"))
                .isEqualTo("version 2    1\n1 of 1 are behind version 4, which this program needs.\n");

        assertThat(said("migrate"))
                .startsWith("1 of 1, 0 failed, ")
                .endsWith("1 migrated, 0 were up to date, 0 failed.\n");
        assertThat(said("status"))
                .isEqualTo("version 4    1\n0 of 1 are behind version 4, which this program needs.\n");
    }

    @Test
    void ends_with_3_when_a_pharmacy_could_not_be_migrated() {
        var northgate = Fixture.pharmacyAt(platform, "northgate", 1);
        platform.asSuperuser("create table %s.box (wrong integer)".formatted(northgate.schema()));

        assertThat(tenant("migrate")).isEqualTo(3);

        assertThat(err).hasToString("northgate: ERROR: relation \"box\" already exists (42P07) (attempts: 1)\n");
    }

    private int tenant(String... words) {
        return TenantCommand.commandLine(environment, Fixture.migrations())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }

    private String said(String... words) {
        out.getBuffer().setLength(0);
        assertThat(tenant(words)).isZero();
        return out.toString();
    }

    private Tenant northgate() {
        return OnePlatform.await(platform.tenants.named("northgate"));
    }
}
