package dev.firstfill.api.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.OpenedPharmacy;
import dev.firstfill.api.testing.Tokens;
import dev.firstfill.local.LocalStack;
import dev.firstfill.tenancy.catalogue.Tenant;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * The program is killed as the kernel kills it, again and again, while people work with it. A few times in every
 * build; {@code -Dfirstfill.kills=50} for as often as it was promised.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KilledIT {
    private static final int KILLS = Integer.getInteger("firstfill.kills", 4);
    private static final int PEOPLE = 8;
    private static final long SEED = Long.getLong("firstfill.kills.seed", System.nanoTime());

    private static LocalStack stack;
    private static Program program;
    private static Tenant pharmacy;

    @BeforeAll
    static void start() throws IOException, SQLException {
        stack = LocalStack.named("check").start();
        var keyFile = Path.of(System.getProperty("firstfill.root"), ".local", "check", "key-encryption-key.json");
        program = new Program(stack, keyFile);
        System.setProperty("FIRSTFILL_KEYCLOAK_URL", program.keycloakUrl());
        program.start();
        Program.await(() -> program.get("/q/health/ready", "").statusCode() == 200);
        pharmacy = OpenedPharmacy.by(stack, body -> program.post("/v1/tenants", Tokens.ofOperator(), body));
    }

    @AfterAll
    static void end() throws IOException {
        program.close();
        System.clearProperty("FIRSTFILL_KEYCLOAK_URL");
    }

    @Test
    void nobody_was_answered_without_a_record_nothing_acknowledged_is_missing_and_nothing_was_done_twice()
            throws Exception {
        System.out.println("Seed of the kills: " + SEED);
        var random = new Random(SEED);
        var token = Tokens.of(pharmacy, Role.PHARMACY_MANAGER);
        Program.await(() -> program.get("/v1/patients", token).statusCode() == 200);

        var people = new ArrayList<BusyPerson>();
        for (int number = 0; number < PEOPLE; number++) {
            people.add(BusyPerson.begin(program, token, new Random(random.nextLong())));
        }
        for (int kill = 1; kill <= KILLS; kill++) {
            workGoesOn(people);
            LockSupport.parkNanos(Duration.ofMillis(random.nextInt(400)).toNanos());
            program.kill();
            program.start();
            System.out.printf("Killed %d of %d times%n", kill, KILLS);
        }
        workGoesOn(people);
        for (var person : people) {
            person.finish();
        }

        var answered =
                people.stream().flatMap(person -> person.answered().stream()).toList();
        var registered =
                people.stream().flatMap(person -> person.registered().stream()).toList();
        System.out.printf(
                "%d answers, %d patients registered, %d requests cut off%n",
                answered.size(),
                registered.size(),
                people.stream().mapToInt(BusyPerson::cutOff).sum());
        assertThat(registered).doesNotHaveDuplicates();
        assertThat(column("select entry->>'request' from %s.audit_record")).containsAll(answered);
        assertThat(column("select id::text from %s.patient")).containsExactlyInAnyOrderElementsOf(registered);
        assertThat(column("select subject_id::text from %s.outbox_event where type = 'patient.registered'"))
                .containsExactlyInAnyOrderElementsOf(registered);
        assertThat(column("select seq::text from %s.audit_record r order by r.seq"))
                .containsExactlyElementsOf(numbersUpTo(column("select count(*)::text from %s.audit_record")));
    }

    /** Each has been answered a few times more, so that a kill meets people at work and not at the door. */
    private static void workGoesOn(List<BusyPerson> people) {
        var before = people.stream().mapToInt(BusyPerson::answers).sum();
        Program.await(() -> people.stream().mapToInt(BusyPerson::answers).sum() > before + 5 * PEOPLE);
    }

    private static List<String> numbersUpTo(List<String> count) {
        var numbers = new ArrayList<String>();
        for (int number = 1; number <= Integer.parseInt(count.get(0)); number++) {
            numbers.add(Integer.toString(number));
        }
        return numbers;
    }

    private static List<String> column(String sql) throws SQLException {
        try (var connection = stack.superuser().connect("firstfill");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql.formatted(pharmacy.schema()))) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
