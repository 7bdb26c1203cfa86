package dev.firstfill.api.replicas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.firstfill.api.security.Role;
import dev.firstfill.local.LocalStack;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * A replica that only answers, and two that work in the background. One who listens takes everything that he is told, and
 * payers and timers are left alone.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkersIT {
    private static final int REFERRALS = 6;

    /** Half of intake's two business hours, three quarters, all of them. */
    private static final int WARNINGS = 3;

    private static LocalStack stack;
    private static Listener listener;
    private static Replica desk;
    private static List<Replica> workers;

    @BeforeAll
    static void start() {
        stack = LocalStack.named("check").start();
        listener = Listener.listening();
        var often = new HashMap<>(listener.environment());
        often.put("FIRSTFILL_TIMERS_AROUND_ALL", "1s");
        desk = Replica.answering(stack, "desk", listener.environment());
        desk.awaitReady();
        workers = List.of(Replica.working(stack, "worker-1", often), Replica.working(stack, "worker-2", often));
        workers.forEach(Replica::awaitReady);
    }

    @AfterAll
    static void end() {
        desk.close();
        workers.forEach(Replica::close);
        listener.close();
    }

    /** A relay goes round once in five minutes: who is told within one has been told by the bell. */
    @Test
    void what_happens_at_a_replica_that_only_answers_is_told_soon_and_once_while_two_work() throws SQLException {
        var pharmacy = Pharmacy.opened(stack, List.of(desk));

        var patients = new ArrayList<String>();
        for (int number = 0; number < 20; number++) {
            patients.add(pharmacy.registered(desk));
        }

        await().atMost(Replica.LONG)
                .until(() -> pharmacy.column("select id::text from %s.outbox_event where state <> 'delivered'")
                        .isEmpty());
        var events = pharmacy.column("select id::text from %s.outbox_event where type = 'patient.registered'");
        assertThat(events).hasSameSizeAs(patients);
        assertThat(listener.told(pharmacy.slug(), "patient.registered")).containsExactlyInAnyOrderElementsOf(events);
        // None was even taken a second time.
        assertThat(pharmacy.column("select distinct attempts::text from %s.outbox_event"))
                .containsExactly("1");
    }

    @Test
    void each_timer_is_fired_once_though_two_fire_and_one_of_them_is_killed_at_it() throws Exception {
        var pharmacy = Pharmacy.opened(stack, List.of(desk));
        var cases = casesInIntake(pharmacy);
        eachFiringTakesAWhile(pharmacy);

        // As an advance would that died before it fired: three business hours later.
        pharmacy.asSuperuser("update control.test_clock set now = now + interval '3 hours' where tenant_id = '%t'");
        await().atMost(Replica.LONG).until(() -> firingNow() == 2);
        workers.get(0).kill();

        try {
            await().atMost(Replica.LONG).until(() -> due(pharmacy).isEmpty());
            assertThat(pharmacy.column("""
                            select case_id::text || ' ' || kind || ' ' || (facts->>'percent')
                            from %s.case_event
                            where facts->>'clock' = 'intake'
                            """)).doesNotHaveDuplicates().hasSize(WARNINGS * cases.size());
            assertThat(pharmacy.column("select subject_id::text from %s.outbox_event where type = 'case.breached'"))
                    .containsExactlyInAnyOrderElementsOf(cases);
        } finally {
            workers.get(0).startAnew();
            workers.get(0).awaitReady();
        }
    }

    /** @return ids of as many cases, each of another patient, begun on a Wednesday at ten when the clock stands still */
    private static List<String> casesInIntake(Pharmacy pharmacy) throws SQLException {
        expect(200, "PUT", "/v1/sandbox/clock", pharmacy.token(Role.PHARMACY_MANAGER), """
                {"now": "2026-11-18T15:00:00Z"}
                """);
        expect(201, "POST", "/v1/drugs", pharmacy.token(Role.DISPENSING_PHARMACIST), """
                {"ndc": "68992-3010-3", "rxNorm": "1664463", "name": "Tacrolimus extended release",
                 "strength": "1 mg", "dosageForm": "extended-release tablet", "manufacturer": "Veloxis",
                 "packageSize": {"quantity": 30, "unit": "tablet"}, "storage": "ambient", "requiresRems": false,
                 "limitedDistribution": false, "schedule": "none"}
                """);
        for (int number = 0; number < REFERRALS; number++) {
            expect(201, "POST", "/v1/referrals", pharmacy.token(Role.INTAKE_COORDINATOR), """
                    {"source": "fax", "order": {"patient": {"name": {"given": "Marisol%c", "family": "Vega%c"},
                      "birthDate": "19%d1-04-12", "sex": "female",
                      "phones": [{"use": "mobile", "number": "+1312555014%d"}],
                      "addresses": [{"use": "home", "line1": "4 Elm Street", "city": "Chicago", "state": "IL",
                                     "zip": "60601"}]},
                      "prescriber": {"npi": "1234567893", "name": {"given": "Priya", "family": "Anand"}},
                      "coverages": [{"payer": "Aetna", "kind": "commercial", "memberId": "W12345678%d",
                                     "bin": "610502", "pcn": "ADV", "group": "RX4821"}],
                      "diagnoses": [{"icd10Code": "Z94.0", "forOrder": true}],
                      "medication": {"rxNorm": "1664463", "quantity": 30, "daysSupply": 30, "refills": 5,
                                     "sig": "Take 1 tablet every morning", "writtenAt": "2026-11-17T15:00:00Z"}}}
                    """.formatted(
                            (char) ('a' + number), (char) ('k' + number), 3 + number, number, number));
        }
        var cases = pharmacy.column("select id::text from %s.patient_case where next_timer_at is not null");
        assertThat(cases).hasSize(REFERRALS);
        return cases;
    }

    private static void expect(int status, String method, String path, String token, String body) {
        var answer = desk.send(method, path, token, Map.of(), body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    /** Long enough to be met at it. */
    private static void eachFiringTakesAWhile(Pharmacy pharmacy) throws SQLException {
        pharmacy.asSuperuser("""
                create function %s.take_a_while() returns trigger language plpgsql
                as 'begin perform pg_catalog.pg_sleep(0.3); return new; end';
                create trigger takes_a_while before insert on %s.case_event
                for each row execute function %s.take_a_while();
                """);
    }

    /** How many transactions are inside a firing. */
    private static long firingNow() throws SQLException {
        try (var connection = stack.superuser().connect("firstfill");
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery("select count(*) from pg_stat_activity where wait_event = 'PgSleep'")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static List<String> due(Pharmacy pharmacy) throws SQLException {
        return pharmacy.column("""
                select id::text from %s.patient_case
                where next_timer_at <= (select now from control.test_clock where tenant_id = '%t')
                """.replace("%t", pharmacy.tenant().id().toString()));
    }
}
