package dev.firstfill.tenancy.command;

import static dev.firstfill.tenancy.OnePlatform.OPERATOR;
import static dev.firstfill.tenancy.OnePlatform.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.tenancy.OnePlatform;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.migration.Migrations;
import dev.firstfill.tenancy.migration.TenantSchemas;
import dev.firstfill.tenancy.provisioning.NoOrganisations;
import dev.firstfill.tenancy.provisioning.Tenancies;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EventsCommandTest {
    private final OnePlatform platform = OnePlatform.open();
    private final Map<String, String> environment = new HashMap<>(platform.environment());
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Tenant northgate;
    private Tenant southbank;

    @BeforeEach
    void twoPharmacies() {
        var schemas = new TenantSchemas(platform.owner, Migrations.ofTenants());
        var tenancies =
                new Tenancies(platform.tenants, platform.catalogue, schemas, platform.keys, new NoOrganisations());
        northgate = await(tenancies.provision(OnePlatform.northgate(), OPERATOR));
        southbank = await(tenancies.provision(OnePlatform.southbank(), OPERATOR));
    }

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void lists_what_is_parked_and_what_is_still_tried_and_not_what_was_never_tried() {
        event(northgate, 1, "parked", 14, "HTTP 500");
        event(northgate, 2, "waiting", 3, "HTTP 503");
        event(northgate, 3, "waiting", 0, null);
        event(northgate, 4, "delivered", 1, null);
        event(southbank, 5, "parked", 14, "HTTP 500");

        assertThat(events("parked", "northgate")).isZero();

        assertThat(out).hasToString("""
                        northgate: %s patient.amended patient/%s, 14 attempts, HTTP 500, parked
                        northgate: %s patient.amended patient/%s, 3 attempts, HTTP 503, due 2026-11-22T09:00:00Z
                        """.formatted(id(1), id(1), id(2), id(2)));
    }

    @Test
    void lists_all_pharmacies_and_all_pages() {
        parked(northgate, 2 * EventsCommand.PAGE);
        parked(southbank, EventsCommand.PAGE + 1);

        assertThat(events("parked", "--all")).isZero();

        assertThat(out.toString().lines()).hasSize(3 * EventsCommand.PAGE + 1).doesNotHaveDuplicates();
    }

    @Test
    void a_pharmacy_that_cannot_be_looked_at_does_not_hide_the_others() {
        event(southbank, 1, "parked", 14, "HTTP 500");
        platform.asSuperuser("revoke all on %s.outbox_event from %s".formatted(northgate.schema(), northgate.role()));

        assertThat(events("parked", "--all")).isEqualTo(3);

        assertThat(err.toString()).contains("northgate: ", "permission denied for table outbox_event");
        assertThat(out.toString()).startsWith("southbank: " + id(1));
    }

    @Test
    void one_parked_event_is_put_back_and_no_other() {
        event(northgate, 1, "parked", 14, "HTTP 500");
        event(northgate, 2, "parked", 14, "HTTP 500");
        event(southbank, 1, "parked", 14, "HTTP 500");

        assertThat(events("resend", "northgate", id(1))).isZero();

        assertThat(out).hasToString("northgate: %s is sent again.\n".formatted(id(1)));
        assertThat(outbox(northgate)).containsExactly("waiting 0", "parked 14");
        assertThat(outbox(southbank)).containsExactly("parked 14");
    }

    @Test
    void an_event_that_is_not_parked_is_refused_with_exit_code_1() {
        event(northgate, 1, "waiting", 3, "HTTP 503");
        event(southbank, 2, "parked", 14, "HTTP 500");

        assertThat(events("resend", "northgate", id(1))).isEqualTo(1);
        assertThat(events("resend", "northgate", id(2))).isEqualTo(1);

        assertThat(err).hasToString("""
                        northgate has no parked event %s: see bin/events parked northgate.
                        northgate has no parked event %s: see bin/events parked northgate.
                        """.formatted(id(1), id(2)));
        assertThat(outbox(northgate)).containsExactly("waiting 3");
        assertThat(outbox(southbank)).containsExactly("parked 14");
    }

    @Test
    void all_parked_events_of_one_pharmacy_are_put_back_in_batches() {
        parked(northgate, EventsCommand.BATCH + 1);
        event(northgate, 1, "waiting", 3, "HTTP 503");
        event(southbank, 1, "parked", 14, "HTTP 500");

        assertThat(events("resend", "northgate", "--all")).isZero();

        assertThat(out).hasToString("northgate: 501 parked events are sent again.\n");
        assertThat(outbox(northgate)).doesNotContain("parked 14").contains("waiting 3");
        assertThat(outbox(southbank)).containsExactly("parked 14");
    }

    @Test
    void says_how_it_is_used_when_it_was_not_understood() {
        event(northgate, 1, "parked", 14, "HTTP 500");

        assertThat(List.of(
                        events("parked"),
                        events("parked", "northgate", "--all"),
                        events("resend", "northgate"),
                        events("resend", "northgate", id(1), "--all"),
                        events("resend", "northgate", "the-first"),
                        events("resend", "--all")))
                .containsOnly(2);

        assertThat(err.toString()).contains("Usage: bin/events parked", "Name one event, or say --all.");
        assertThat(outbox(northgate)).containsExactly("parked 14");
    }

    @Test
    void a_pharmacy_that_does_not_exist_is_said_so() {
        assertThat(events("resend", "nowhere", "--all")).isEqualTo(1);

        assertThat(err.toString()).contains("nowhere");
        assertThat(out.toString()).isEmpty();
    }

    private void event(Tenant tenant, int number, String state, int attempts, String failure) {
        platform.asSuperuser("""
                insert into %1$s.outbox_event
                  (id, type, subject, subject_id, version, at, due_at, state, attempts, failure)
                values ('%2$s', 'patient.amended', 'patient', '%2$s', 2, '2026-11-22T08:00:00Z', '2026-11-22T09:00:00Z',
                        '%3$s', %4$d, %5$s)
                """.formatted(
                        tenant.schema(), id(number), state, attempts, failure == null ? "null" : "'" + failure + "'"));
    }

    private void parked(Tenant tenant, int count) {
        platform.asSuperuser("""
                insert into %s.outbox_event
                  (id, type, subject, subject_id, version, at, due_at, state, attempts, failure)
                select gen_random_uuid(), 'patient.amended', 'patient', gen_random_uuid(), 2, now(), now(),
                       'parked', 14, 'HTTP 500'
                from generate_series(1, %d)
                """.formatted(tenant.schema(), count));
    }

    private static String id(int number) {
        return "00000000-0000-7000-8000-%012d".formatted(number);
    }

    private List<String> outbox(Tenant tenant) {
        return platform.column(
                "select state || ' ' || attempts from %s.outbox_event order by seq".formatted(tenant.schema()));
    }

    private int events(String... words) {
        return EventsCommand.commandLine(environment)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }
}
