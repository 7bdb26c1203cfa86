package dev.firstfill.api.limits;

import static dev.firstfill.api.testing.Requests.as;
import static dev.firstfill.api.testing.Requests.asOperator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.Pharmacies;
import dev.firstfill.api.testing.RealStack;
import dev.firstfill.local.LocalStack;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantLimits;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class LimitedPharmacyTest {
    private static final Duration SECONDS = Duration.ofSeconds(30);
    private static final LocalStack STACK = LocalStack.named("check").start();
    private static final String PATIENT = """
            {"name": {"given": "Marisol", "family": "Vega"}, "birthDate": "1961-04-12", "sex": "female"}
            """;

    @Test
    void every_answer_of_a_pharmacy_says_how_the_client_stands() {
        as(limited(60, 10), Role.INTAKE_COORDINATOR)
                .get("/v1/patients")
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", "\"default\";q=60;w=60")
                .header("RateLimit", "\"default\";r=59;t=1");

        as(limited(6_000, 10), Role.INTAKE_COORDINATOR)
                .get("/v1/patients/P9999")
                .then()
                .statusCode(404)
                .header("RateLimit-Policy", "\"default\";q=6000;w=60")
                .header("RateLimit", "\"default\";r=5999;t=1");

        as(limited(60, 10), Role.INTAKE_COORDINATOR)
                .header("X-Purpose-Of-Use", "CURIOSITY")
                .get("/v1/patients")
                .then()
                .statusCode(400)
                .header("RateLimit", "\"default\";r=59;t=1");

        as(limited(60, 10), Role.INTAKE_COORDINATOR)
                .contentType("application/json")
                .body(PATIENT)
                .post("/v1/patients")
                .then()
                .statusCode(201)
                .header("RateLimit", "\"default\";r=59;t=1");
    }

    @Test
    void whoever_enters_no_pharmacy_is_not_counted() {
        asOperator().get("/v1/tenants").then().statusCode(200).header("RateLimit", nullValue());
        RestAssured.get("/v1/patients").then().statusCode(401).header("RateLimit", nullValue());
    }

    @Test
    void beyond_the_quota_nothing_is_done_and_another_pharmacy_is_served() {
        var northgate = limited(60, 10);
        var southbank = limited(60, 10);

        var refused = Stream.generate(
                        () -> as(northgate, Role.INTAKE_COORDINATOR).get("/v1/patients"))
                .limit(2_000)
                .filter(answer -> answer.statusCode() != 200)
                .findFirst()
                .orElseThrow();

        refused.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", "1")
                .header("RateLimit-Policy", "\"default\";q=60;w=60")
                .header("RateLimit", "\"default\";r=0;t=1")
                .body("code", equalTo("rate-limited"))
                .body("type", equalTo("/problems/rate-limited"))
                .body("status", equalTo(429));
        assertThat(writesUntilRefused(northgate)).isEqualTo(patients(northgate));
        as(southbank, Role.INTAKE_COORDINATOR)
                .get("/v1/patients")
                .then()
                .statusCode(200)
                .header("RateLimit", "\"default\";r=59;t=1");
    }

    /** How many were accepted before one was not. */
    private static long writesUntilRefused(Tenant pharmacy) {
        return Stream.generate(() -> as(pharmacy, Role.INTAKE_COORDINATOR)
                        .contentType("application/json")
                        .body(PATIENT)
                        .post("/v1/patients"))
                .limit(2_000)
                .takeWhile(answer -> answer.statusCode() == 201)
                .count();
    }

    @Test
    void a_limit_set_by_another_replica_holds_within_seconds() throws SQLException {
        var northgate = limited(60, 10);

        try (var connection = STACK.superuser().connect("firstfill");
                var update = connection.prepareStatement(
                        "update control.tenant set requests_per_minute = 120 where slug = ?")) {
            update.setString(1, northgate.slug());
            update.execute();
        }

        await().atMost(SECONDS).untilAsserted(() -> as(northgate, Role.INTAKE_COORDINATOR)
                .get("/v1/patients")
                .then()
                .header("RateLimit-Policy", "\"default\";q=120;w=60"));
    }

    @Test
    void a_pharmacy_whose_acts_block_is_told_so_and_another_is_served() throws SQLException {
        var northgate = limited(6_000, 1);
        var southbank = limited(6_000, 1);

        try (var lock = patientsLockedOf(northgate)) {
            var answers = Stream.generate(() -> CompletableFuture.supplyAsync(
                            () -> as(northgate, Role.INTAKE_COORDINATOR).get("/v1/patients"),
                            Thread::startVirtualThread))
                    .limit(6)
                    .toList();
            as(southbank, Role.INTAKE_COORDINATOR).get("/v1/patients").then().statusCode(200);

            var refused = answers.stream()
                    .map(CompletableFuture::join)
                    .filter(answer -> answer.statusCode() == 429)
                    .findFirst()
                    .orElseThrow();

            refused.then()
                    .contentType("application/problem+json")
                    .header("Retry-After", "2")
                    .header("RateLimit-Policy", "\"default\";q=6000;w=60")
                    .body("code", equalTo("pharmacy-busy"));
            lock.rollback();
        }
        as(northgate, Role.INTAKE_COORDINATOR).get("/v1/patients").then().statusCode(200);
    }

    private static Tenant limited(int requestsPerMinute, int concurrentActs) {
        return Pharmacies.limited(Pharmacies.another(), new TenantLimits(requestsPerMinute, concurrentActs));
    }

    private static Connection patientsLockedOf(Tenant pharmacy) throws SQLException {
        var connection = STACK.superuser().connect("firstfill");
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("lock table %s.patient in access exclusive mode".formatted(pharmacy.schema()));
        }
        return connection;
    }

    private static long patients(Tenant pharmacy) {
        try (var connection = STACK.superuser().connect("firstfill");
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from " + pharmacy.schema() + ".patient")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
