package dev.firstfill.api.replicas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.firstfill.api.security.Role;
import dev.firstfill.local.LocalStack;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Two replicas answer for the same pharmacies, and whoever asks cannot tell them apart. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReplicasIT {
    /** A replica looks once a second; the rest is for a busy machine. */
    private static final Duration NOTICED = Duration.ofSeconds(10);

    private static LocalStack stack;
    private static Replica here;
    private static Replica there;

    @BeforeAll
    static void start() {
        stack = LocalStack.named("check").start();
        here = Replica.answering(stack, "replica-here", Map.of());
        here.awaitReady();
        there = Replica.answering(stack, "replica-there", Map.of());
        there.awaitReady();
    }

    @AfterAll
    static void end() {
        here.close();
        there.close();
    }

    @Test
    void a_write_that_is_sent_again_to_the_other_replica_gets_the_same_answer_and_is_not_done_again()
            throws SQLException {
        var pharmacy = Pharmacy.opened(stack, List.of(here, there));
        var token = pharmacy.token(Role.INTAKE_COORDINATOR);
        var once = Map.of("Idempotency-Key", "marisol-once");

        var first = here.send("POST", "/v1/patients", token, once, Pharmacy.MARISOL);
        var again = there.send("POST", "/v1/patients", token, once, Pharmacy.MARISOL);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(pharmacy.column("select id::text from %s.patient")).hasSize(1);
        assertThat(pharmacy.column("select id::text from %s.outbox_event where type = 'patient.registered'"))
                .hasSize(1);
    }

    @Test
    void an_etag_that_was_read_at_one_replica_guards_a_write_at_the_other() throws SQLException {
        var pharmacy = Pharmacy.opened(stack, List.of(here, there));
        var token = pharmacy.token(Role.INTAKE_COORDINATOR);
        var patient = "/v1/patients/" + pharmacy.registered(here);
        var seen = here.get(patient, token).headers().firstValue("ETag").orElseThrow();
        var amended = """
                {"name": {"given": "%s", "family": "Vega"}, "birthDate": "1961-04-12", "sex": "female"}
                """;

        var ours = there.send("PUT", patient, token, Map.of("If-Match", seen), amended.formatted("Ana"));
        var stale = here.send("PUT", patient, token, Map.of("If-Match", seen), amended.formatted("Late"));

        assertThat(ours.statusCode()).isEqualTo(200);
        assertThat(stale.statusCode()).isEqualTo(412);
        var left = here.get(patient, token);
        assertThat(left.headers().firstValue("ETag")).isEqualTo(ours.headers().firstValue("ETag"));
        assertThat(new JsonObject(left.body()).getJsonObject("name").getString("given"))
                .isEqualTo("Ana");
    }

    @Test
    void a_clients_quota_is_counted_over_both_and_retry_after_can_be_relied_upon() throws SQLException {
        var pharmacy = Pharmacy.opened(stack, List.of(here, there));
        pharmacy.byOperator(here, "PUT", "/limits", "{\"requestsPerMinute\": 60, \"concurrentActs\": 10}", 200);
        var looking = pharmacy.token(Role.PHARMACY_MANAGER, "looking");
        await().atMost(NOTICED).until(() -> policy(here, looking).contains("q=60;"));
        await().atMost(NOTICED).until(() -> policy(there, looking).contains("q=60;"));
        var portal = pharmacy.token(Role.PHARMACY_MANAGER, "portal");
        long begun = System.nanoTime();

        var answers = new ArrayList<HttpResponse<String>>();
        for (int pair = 0; pair < 60; pair++) {
            answers.add(here.get("/v1/patients", portal));
            answers.add(there.get("/v1/patients", portal));
        }

        // One a second, for as long as this machine took.
        long refilled = Math.ceilDiv(System.nanoTime() - begun, 1_000_000_000L);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSizeBetween(60, 60 + (int) refilled);
        var refused = answers.stream()
                .filter(answer -> answer.statusCode() == 429)
                .toList()
                .getLast();
        long retryAfter =
                Long.parseLong(refused.headers().firstValue("Retry-After").orElseThrow());
        assertThat(retryAfter).isBetween(1L, 2L);
        await().pollDelay(Duration.ofSeconds(retryAfter)).until(() -> true);
        assertThat(there.get("/v1/patients", portal).statusCode()).isEqualTo(200);
    }

    private static String policy(Replica replica, String token) {
        return replica.get("/v1/patients", token)
                .headers()
                .firstValue("RateLimit-Policy")
                .orElse("");
    }

    @Test
    void a_pharmacy_that_is_suspended_at_one_replica_is_refused_by_both_and_served_by_both_again() throws SQLException {
        var pharmacy = Pharmacy.opened(stack, List.of(here, there));
        var token = pharmacy.token(Role.PHARMACY_MANAGER);

        pharmacy.byOperator(here, "POST", "/suspension", "{\"reason\": \"unpaid\"}", 201);

        var refused = here.get("/v1/patients", token);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("pharmacy-suspended");
        await().atMost(NOTICED).until(() -> there.get("/v1/patients", token).statusCode() == 403);
        pharmacy.byOperator(there, "DELETE", "/suspension", null, 200);
        assertThat(there.get("/v1/patients", token).statusCode()).isEqualTo(200);
        await().atMost(NOTICED).until(() -> here.get("/v1/patients", token).statusCode() == 200);
    }

    @Test
    void a_patient_who_is_erased_at_one_replica_is_gone_at_the_other_with_the_next_request() throws SQLException {
        var pharmacy = Pharmacy.opened(stack, List.of(here, there));
        var reader = pharmacy.token(Role.INTAKE_COORDINATOR);
        var patient = "/v1/patients/" + pharmacy.registered(here);
        assertThat(there.get(patient, reader).statusCode()).isEqualTo(200);

        var erased = here.send(
                "POST",
                patient + "/erasure",
                pharmacy.token(Role.PRIVACY_OFFICER),
                Map.of("If-Match", "\"1\""),
                "{\"reason\": \"patient-request\"}");
        var afterwards = there.get(patient, reader);

        assertThat(erased.statusCode()).isEqualTo(204);
        assertThat(afterwards.statusCode()).isEqualTo(410);
        assertThat(afterwards.body()).doesNotContain("Marisol");
    }

    @Test
    void two_that_record_in_one_ledger_and_sign_for_it_leave_it_in_order() throws SQLException {
        var pharmacy = Pharmacy.opened(stack, List.of(here, there));
        var signed = "firstfill_ledger_checkpoints_total{tenant=\"%s\"}".formatted(pharmacy.slug());

        // Until each has signed at least twice, and so beside the other.
        await().atMost(Replica.LONG).until(() -> {
            pharmacy.registered(here);
            pharmacy.registered(there);
            return here.metric(signed) >= 2 && there.metric(signed) >= 2;
        });
        var verified =
                here.send("POST", "/v1/audit-verifications", pharmacy.token(Role.PRIVACY_OFFICER), Map.of(), null);

        assertThat(verified.statusCode()).isEqualTo(200);
        var found = new JsonObject(verified.body());
        assertThat(found.getJsonArray("findings")).isEmpty();
        assertThat(found.getBoolean("inOrder")).isTrue();
        assertThat(found.getInteger("checkpoints")).isGreaterThanOrEqualTo(4);
    }
}
