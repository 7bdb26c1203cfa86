package dev.firstfill.api.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.OpenedPharmacy;
import dev.firstfill.api.testing.Tokens;
import dev.firstfill.local.LocalStack;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What becomes of requests when a server goes away. One program lives through it all, because that is the promise: it
 * needs no restart. Hence the order, which is that of its life.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class FaultsIT {
    /** Longer than any time-out of ours, shorter than a client's patience. */
    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);

    private static LocalStack stack;
    private static Program program;
    private static Tenant pharmacy;
    private static String token;

    @BeforeAll
    static void build() throws IOException {
        stack = LocalStack.named("check").start();
        var keyFile = Path.of(System.getProperty("firstfill.root"), ".local", "check", "key-encryption-key.json");
        program = new Program(stack, keyFile);
        System.setProperty("FIRSTFILL_KEYCLOAK_URL", program.keycloakUrl());
    }

    @AfterAll
    static void end() throws IOException {
        program.close();
        System.clearProperty("FIRSTFILL_KEYCLOAK_URL");
    }

    @Test
    @Order(1)
    void it_starts_with_every_server_down_and_says_so() throws Exception {
        program.database.pull();
        program.redis.pull();
        program.keycloak.pull();

        program.start();

        assertThat(program.get("/q/health/live", "").statusCode()).isEqualTo(200);
        assertThat(program.get("/q/health/ready", "").statusCode()).isEqualTo(503);
        var refused = program.get("/v1/me", Tokens.ofOperator());
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(problem(refused)).isEqualTo("identity-unavailable");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    @Order(2)
    void it_serves_without_a_restart_once_they_are_there() throws Exception {
        program.database.plugIn();
        program.redis.plugIn();
        program.keycloak.plugIn();

        Program.await(() -> program.get("/q/health/ready", "").statusCode() == 200);

        pharmacy = OpenedPharmacy.by(stack, body -> program.post("/v1/tenants", Tokens.ofOperator(), body));
        token = Tokens.of(pharmacy, Role.PHARMACY_MANAGER);
        Program.await(() -> program.get("/v1/patients", token).statusCode() == 200);
    }

    @Test
    @Order(3)
    void a_broken_database_connection_is_503_and_changes_nothing() throws Exception {
        long before = patients();
        program.database.pull();

        var read = program.get("/v1/patients", token);
        var write = program.post("/v1/patients", token, PATIENT);

        assertThat(read.statusCode()).isEqualTo(503);
        assertThat(problem(read)).isEqualTo("database-unavailable");
        assertThat(write.statusCode()).isEqualTo(503);
        assertThat(write.headers().firstValue("Retry-After")).isPresent();
        assertThat(program.get("/q/health/live", "").statusCode()).isEqualTo(200);
        program.database.plugIn();
        Program.await(() -> program.get("/v1/patients", token).statusCode() == 200);
        assertThat(patients()).isEqualTo(before);
    }

    @Test
    @Order(4)
    void a_database_that_hangs_is_answered_for_in_time_and_full_service_returns() {
        program.database.squeeze();
        var asked = Instant.now();

        var answers = java.util.stream.IntStream.range(0, 12)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> program.get("/v1/patients", token)))
                .toList();

        // Ten have their turn and the database's silence; the two behind them are told that the pharmacy is busy.
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isIn(503, 429));
        assertThat(Duration.between(asked, Instant.now())).isLessThan(ANSWER_MAX);
        program.database.release();
        Program.await(() -> program.get("/v1/patients", token).statusCode() == 200);
        // More than the pool holds, so that a connection that was lost would be missed.
        var after = java.util.stream.IntStream.range(0, 12)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> program.get("/v1/patients", token)))
                .toList();
        assertThat(after)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
    }

    @Test
    @Order(5)
    void without_keycloak_known_keys_still_verify_tokens() throws Exception {
        program.keycloak.pull();

        assertThat(program.get("/v1/patients", token).statusCode()).isEqualTo(200);
        var ready = program.get("/q/health/ready", "");
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(check(ready, "keycloak")).isFalse();
        program.keycloak.plugIn();
    }

    @Test
    @Order(6)
    void without_redis_everything_is_served() throws Exception {
        program.redis.pull();

        assertThat(program.post("/v1/patients", token, PATIENT).statusCode()).isEqualTo(201);
        var ready = program.get("/q/health/ready", "");
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(check(ready, "redis")).isFalse();
        program.redis.plugIn();
    }

    @Test
    @Order(7)
    void asked_to_end_it_finishes_what_it_has_begun() throws Exception {
        program.database.squeeze();
        var begun = CompletableFuture.supplyAsync(() -> program.get("/v1/patients", token));
        Program.await(() -> inFlight() >= 1);

        program.terminate();
        program.database.release();

        assertThat(begun.join().statusCode()).isEqualTo(200);
        // 143: ended by SIGTERM, as asked.
        assertThat(program.exitCode()).isIn(0, 143);
    }

    private static final String PATIENT = """
            {"name": {"given": "Marisol", "family": "Vega"}, "birthDate": "1961-04-12", "sex": "female"}
            """;

    private static long patients() throws SQLException {
        try (var connection = stack.superuser().connect("firstfill");
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from " + pharmacy.schema() + ".patient")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String problem(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        return new JsonObject(answer.body()).getString("code");
    }

    private static boolean check(HttpResponse<String> ready, String name) {
        return new JsonObject(ready.body())
                .getJsonArray("checks").stream()
                        .map(JsonObject.class::cast)
                        .filter(check -> check.getString("name").equals(name))
                        .findFirst()
                        .orElseThrow()
                        .getJsonObject("data")
                        .getBoolean("reachable");
    }

    private static double inFlight() {
        return program.get("/q/metrics", "")
                        .body()
                        .lines()
                        .filter(line -> line.startsWith("http_server_active_requests"))
                        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                        // The request for the metrics is itself one of them.
                        .sum()
                - 1;
    }
}
