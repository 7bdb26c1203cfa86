package dev.firstfill.api.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.OpenedPharmacy;
import dev.firstfill.api.testing.Tokens;
import dev.firstfill.local.LocalStack;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Replicas are ended and begun one after the other, as for a new release, while people work. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RollingRestartIT {
    private static final int CALLERS = 6;

    /** Longer than the balancer takes to notice, shorter than production's. */
    private static final Map<String, String> DELAY = Map.of("FIRSTFILL_SHUTDOWN_DELAY", "3s");

    private static final Vertx VERTX = Vertx.vertx();

    private static LocalStack stack;
    private static List<Replica> replicas;
    private static Tenant pharmacy;
    private static String token;

    @BeforeAll
    static void start() throws SQLException {
        stack = LocalStack.named("check").start();
        var first = Replica.answering(stack, "rolling-1", DELAY);
        first.awaitReady();
        replicas = List.of(first, Replica.answering(stack, "rolling-2", DELAY));
        replicas.get(1).awaitReady();
        pharmacy = OpenedPharmacy.by(stack, body -> first.post("/v1/tenants", Tokens.ofOperator(), body));
        first.send("PUT", "/v1/tenants/" + pharmacy.slug() + "/limits", Tokens.ofOperator(), Map.of(), """
                {"requestsPerMinute": 1000000, "concurrentActs": 10}
                """);
        token = Tokens.of(pharmacy, Role.PHARMACY_MANAGER);
        replicas.forEach(replica -> Awaitility.await()
                .atMost(Replica.LONG)
                .until(() -> replica.get("/v1/patients", token).statusCode() == 200));
    }

    @AfterAll
    static void end() {
        replicas.forEach(Replica::close);
        VERTX.close();
    }

    @Test
    void no_request_fails_and_no_write_is_lost_or_done_twice() throws Exception {
        var callers = new ArrayList<Caller>();
        try (var balancer = Balancer.before(replicas)) {
            replicas.forEach(balancer::awaitReady);
            for (int number = 0; number < CALLERS; number++) {
                callers.add(Caller.begin(VERTX, balancer.port(), token, new Random(number)));
            }
            workGoesOn(callers);

            for (var replica : replicas) {
                replica.terminate();
                assertThat(replica.exitCode()).isIn(0, 143);
                replica.startAnew();
                balancer.awaitReady(replica);
                workGoesOn(callers);
            }

            for (var caller : callers) {
                caller.finish();
            }
        }
        System.out.printf(
                "%d requests while two replicas were restarted%n",
                callers.stream().mapToInt(Caller::answers).sum());
        assertThat(callers).flatExtracting(Caller::failures).isEmpty();
        var acknowledged = new HashMap<String, Integer>();
        callers.forEach(caller -> acknowledged.putAll(caller.versions()));
        assertThat(versionsOfPatients()).isEqualTo(acknowledged);
    }

    @Test
    void whoever_is_asked_to_end_says_so_and_serves_on_for_a_while_closing_each_connection() throws Exception {
        var replica = replicas.get(1);
        replica.terminate();

        Awaitility.await().atMost(Replica.LONG).until(() -> !replica.isReady());
        var answer = replica.get("/v1/patients", token);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Connection")).hasValue("close");
        assertThat(replica.exitCode()).isIn(0, 143);
        replica.startAnew();
        replica.awaitReady();
    }

    /** Each has been answered a few times more, so that a restart meets people at work. */
    private static void workGoesOn(List<Caller> callers) {
        var before = callers.stream().map(Caller::answers).toList();
        Awaitility.await().atMost(Replica.LONG).until(() -> {
            for (int number = 0; number < callers.size(); number++) {
                if (callers.get(number).answers() < before.get(number) + 20) {
                    return false;
                }
            }
            return true;
        });
    }

    private static Map<String, Integer> versionsOfPatients() throws SQLException {
        try (var connection = stack.superuser().connect("firstfill");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select id::text, version from %s.patient".formatted(pharmacy.schema()))) {
            var versions = new HashMap<String, Integer>();
            while (rows.next()) {
                versions.put(rows.getString(1), rows.getInt(2));
            }
            return versions;
        }
    }
}
