package dev.firstfill.api.tenants;

import static dev.firstfill.api.testing.Requests.as;
import static dev.firstfill.api.testing.Requests.asOperator;
import static dev.firstfill.api.testing.Requests.patientNamed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.Pharmacies;
import dev.firstfill.api.testing.RealStack;
import dev.firstfill.tenancy.catalogue.TenantState;
import dev.firstfill.tenancy.catalogue.Tenants;
import dev.firstfill.tenancy.migration.Migrations;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class TenantResourceTest {
    private static final Duration SECONDS = Duration.ofSeconds(20);

    @Inject
    Tenants tenants;

    @Test
    void a_pharmacy_is_opened_and_served_at_once() {
        var slug = anySlug();

        asOperator()
                .contentType("application/json")
                .body("""
                        {"slug": "%s", "name": "Northgate Specialty Pharmacy", "timeZone": "America/New_York", "sandbox": true}
                        """.formatted(slug))
                .post("/v1/tenants")
                .then()
                .statusCode(201)
                .body("state", equalTo("active"))
                .body("slug", equalTo(slug));

        var pharmacy = tenants.named(slug).await().atMost(SECONDS);
        assertThat(patientNamed(pharmacy, "Marisol", "Vega")).isNotEmpty();
        as(pharmacy, Role.BILLER).get("/v1/patients").then().body("items.number", contains("P1001"));
    }

    @Test
    void a_slug_is_taken_once() {
        var taken = Pharmacies.northgate().slug();

        asOperator()
                .contentType("application/json")
                .body("""
                        {"slug": "%s", "name": "Another", "timeZone": "America/New_York"}
                        """.formatted(taken))
                .post("/v1/tenants")
                .then()
                .statusCode(409)
                .body("code", equalTo("slug-taken"));
    }

    @Test
    void a_time_zone_that_does_not_exist_is_named_and_nothing_is_opened() {
        var slug = anySlug();

        asOperator()
                .contentType("application/json")
                .body("""
                        {"slug": "%s", "name": "X", "timeZone": "Mars/Olympus"}
                        """.formatted(slug))
                .post("/v1/tenants")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/timeZone"));

        asOperator().get("/v1/tenants/" + slug).then().statusCode(404);
    }

    @Test
    void a_pharmacy_is_given_limits_and_they_are_kept_with_who_gave_them() {
        var pharmacy = Pharmacies.another();

        asOperator()
                .contentType("application/json")
                .body("{\"requestsPerMinute\": 120, \"concurrentActs\": 2}")
                .put("/v1/tenants/" + pharmacy.slug() + "/limits")
                .then()
                .statusCode(200)
                .body("limits.requestsPerMinute", equalTo(120))
                .body("limits.concurrentActs", equalTo(2));

        asOperator()
                .get("/v1/tenants/" + pharmacy.slug())
                .then()
                .body("limits.requestsPerMinute", equalTo(120))
                .body("limits.concurrentActs", equalTo(2));
        asOperator()
                .get("/v1/tenants/" + pharmacy.slug() + "/events")
                .then()
                .body("items.what", hasItem("limited"))
                .body("items.findAll { it.what == 'limited' }.actor", hasItem("operator tests"));
    }

    @Test
    void limits_that_are_none_are_named_and_nothing_changes() {
        var pharmacy = Pharmacies.another();

        asOperator()
                .contentType("application/json")
                .body("{\"requestsPerMinute\": 59, \"concurrentActs\": 1001}")
                .put("/v1/tenants/" + pharmacy.slug() + "/limits")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/requestsPerMinute", "/concurrentActs"));

        assertThat(tenants.named(pharmacy.slug()).await().atMost(SECONDS).limits())
                .isEqualTo(pharmacy.limits());
    }

    @Test
    void a_suspended_pharmacys_tokens_stop_working_and_work_again_when_it_is_resumed() {
        var pharmacy = Pharmacies.another();
        var id = patientNamed(pharmacy, "Marisol", "Vega");

        asOperator()
                .contentType("application/json")
                .body("{\"reason\": \"unpaid\"}")
                .post("/v1/tenants/" + pharmacy.slug() + "/suspension")
                .then()
                .statusCode(201)
                .body("state", equalTo("suspended"));

        as(pharmacy, Role.BILLER)
                .get("/v1/patients/" + id)
                .then()
                .statusCode(403)
                .body("code", equalTo("pharmacy-suspended"));
        asOperator()
                .delete("/v1/tenants/" + pharmacy.slug() + "/suspension")
                .then()
                .statusCode(200);
        as(pharmacy, Role.BILLER).get("/v1/patients/" + id).then().statusCode(200);
        asOperator()
                .get("/v1/tenants/" + pharmacy.slug() + "/events")
                .then()
                .body("items.what", hasItems("registered", "activated", "suspended", "resumed"));
    }

    @Test
    void a_suspension_by_another_replica_is_noticed_within_seconds() {
        var pharmacy = Pharmacies.another();

        tenants.become(
                        pharmacy.id(),
                        TenantState.SUSPENDED,
                        "suspended",
                        new dev.firstfill.tenancy.catalogue.Actor("another replica"),
                        new io.vertx.core.json.JsonObject())
                .await()
                .atMost(SECONDS);

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        as(pharmacy, Role.BILLER).get("/v1/patients").then().statusCode(403));
    }

    @Test
    void a_pharmacy_that_leaves_is_exported_and_erased() {
        var pharmacy = Pharmacies.another();
        patientNamed(pharmacy, "Marisol", "Vega");

        asOperator()
                .post("/v1/tenants/" + pharmacy.slug() + "/offboarding")
                .then()
                .statusCode(202);

        await().atMost(SECONDS).untilAsserted(() -> asOperator()
                .get("/v1/tenants/" + pharmacy.slug())
                .then()
                .statusCode(404));
        as(pharmacy, Role.BILLER).get("/v1/patients").then().statusCode(403);
        asOperator()
                .post("/v1/tenants/" + pharmacy.slug() + "/offboarding")
                .then()
                .statusCode(404);
    }

    @Test
    void the_state_of_migrations_is_shown_and_a_run_can_be_started() {
        asOperator().get("/v1/migration").then().statusCode(200).body("behind", equalTo(0));
        asOperator()
                .post("/v1/migration")
                .then()
                .statusCode(202)
                .body("versions.version", hasItem(Migrations.ofTenants().latest()));
    }

    @Test
    void a_pharmacy_whose_schema_is_behind_is_told_to_come_back_and_the_others_are_served() throws Exception {
        var behind = Pharmacies.another();
        try (var connection = dev.firstfill.local.LocalStack.named("check")
                        .start()
                        .superuser()
                        .connect("firstfill");
                var update =
                        connection.prepareStatement("update control.tenant set schema_version = 1 where slug = ?")) {
            update.setString(1, behind.slug());
            update.execute();
        }

        await().atMost(SECONDS).untilAsserted(() -> as(behind, Role.BILLER)
                .get("/v1/patients")
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("2"))
                .body("code", equalTo("schema-behind")));
        as(Pharmacies.northgate(), Role.BILLER).get("/v1/patients").then().statusCode(200);

        asOperator().post("/v1/migration").then().statusCode(202);
        await().atMost(SECONDS)
                .untilAsserted(
                        () -> as(behind, Role.BILLER).get("/v1/patients").then().statusCode(200));
    }

    @Test
    void the_operator_sees_no_patient() {
        asOperator().get("/v1/patients").then().statusCode(403).body("code", equalTo("permission-missing"));
    }

    private static String anySlug() {
        return "t" + UUID.randomUUID().toString().substring(0, 8);
    }
}
