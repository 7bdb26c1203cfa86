package dev.firstfill.api.sandbox;

import static dev.firstfill.api.testing.Requests.as;
import static dev.firstfill.api.testing.Requests.patientNamed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.Pharmacies;
import dev.firstfill.api.testing.RealStack;
import dev.firstfill.api.testing.Tokens;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.assertj.core.data.TemporalUnitOffset;
import org.assertj.core.data.TemporalUnitWithinOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SandboxClockResourceTest {
    private static final String CLOCK = "/v1/sandbox/clock";
    private static final Duration A_MOMENT = Duration.ofMinutes(5);

    private Tenant northgate;

    @BeforeEach
    void aSandbox() {
        northgate = Pharmacies.another();
    }

    @Test
    void until_it_is_set_the_clock_is_real() {
        var now = as(northgate, Role.PHARMACY_MANAGER)
                .get(CLOCK)
                .then()
                .statusCode(200)
                .body("timeZone", equalTo("America/New_York"))
                .body("frozen", equalTo(false))
                .extract()
                .<String>path("now");

        assertThat(Instant.parse(now)).isCloseTo(Instant.now(), within());
    }

    @Test
    void once_set_it_stands_still_and_whatever_happens_happens_then() {
        set(northgate, "2028-02-29T17:30:00Z")
                .statusCode(200)
                .body("now", equalTo("2028-02-29T17:30:00Z"))
                .body("frozen", equalTo(true))
                .body("advancingTo", nullValue());

        String vega = patientNamed(northgate, "Marisol", "Vega");
        as(northgate, Role.INTAKE_COORDINATOR)
                .get("/v1/patients/" + vega)
                .then()
                .body("createdAt", equalTo("2028-02-29T17:30:00Z"));
        set(northgate, "2028-03-01T17:30:00Z").statusCode(200);
        String ruiz = patientNamed(northgate, "Ana", "Ruiz");
        as(northgate, Role.INTAKE_COORDINATOR)
                .get("/v1/patients/" + ruiz)
                .then()
                .body("createdAt", equalTo("2028-03-01T17:30:00Z"));
    }

    @Test
    void the_clock_of_one_sandbox_is_none_of_anothers() {
        var southbank = Pharmacies.another();

        set(northgate, "2028-02-29T17:30:00Z").statusCode(200);

        as(southbank, Role.PHARMACY_MANAGER).get(CLOCK).then().body("frozen", equalTo(false));
    }

    @Test
    void time_does_not_run_backwards() {
        set(northgate, "2028-02-29T17:30:00Z").statusCode(200);

        set(northgate, "2028-02-29T17:29:59Z").statusCode(409).body("code", equalTo("clock-backwards"));

        assertStands("2028-02-29T17:30:00Z");
    }

    @Test
    void asking_for_the_time_that_it_is_does_nothing() {
        set(northgate, "2028-02-29T17:30:00Z").statusCode(200);

        set(northgate, "2028-02-29T17:30:00Z").statusCode(200).body("now", equalTo("2028-02-29T17:30:00Z"));
    }

    @Test
    void a_year_is_as_far_as_one_advance_goes() {
        set(northgate, "2026-02-28T17:30:00Z").statusCode(200);

        set(northgate, "2027-03-01T17:30:01Z").statusCode(422).body("code", equalTo("clock-out-of-range"));

        assertStands("2026-02-28T17:30:00Z");
        set(northgate, "2027-03-01T17:30:00Z").statusCode(200);
    }

    @Test
    void a_real_pharmacy_lives_in_real_time_whoever_asks() {
        var real = Pharmacies.real();

        set(real, "2028-02-29T17:30:00Z").statusCode(403).body("code", equalTo("not-a-sandbox"));
        as(real, Role.PHARMACY_MANAGER).get(CLOCK).then().statusCode(403).body("code", equalTo("not-a-sandbox"));

        String vega = patientNamed(real, "Marisol", "Vega");
        String created = as(real, Role.INTAKE_COORDINATOR)
                .get("/v1/patients/" + vega)
                .then()
                .extract()
                .path("createdAt");
        assertThat(Instant.parse(created)).isCloseTo(Instant.now(), within());
    }

    @Test
    void an_administrator_and_an_integration_client_may_and_a_pharmacist_may_not() {
        as(northgate, Role.TENANT_ADMINISTRATOR).get(CLOCK).then().statusCode(200);
        as(northgate, Role.INTEGRATION_CLIENT).get(CLOCK).then().statusCode(200);

        as(northgate, Role.DISPENSING_PHARMACIST)
                .contentType("application/json")
                .body("{\"now\": \"2028-02-29T17:30:00Z\"}")
                .put(CLOCK)
                .then()
                .statusCode(403)
                .body("code", equalTo("permission-missing"));

        as(northgate, Role.PHARMACY_MANAGER).get(CLOCK).then().body("frozen", equalTo(false));
    }

    @Test
    void who_moved_the_clock_stands_in_the_ledger_at_the_real_time() {
        set(northgate, "2028-02-29T17:30:00Z").statusCode(200);

        String at = as(northgate, Role.PRIVACY_OFFICER)
                .get("/v1/audit-records")
                .then()
                .statusCode(200)
                .body("items.findAll { it.act == 'set sandbox-clock' }.outcome", contains("done"))
                .extract()
                .path("items.find { it.act == 'set sandbox-clock' }.at");
        assertThat(Instant.parse(at)).isCloseTo(Instant.now(), within());
    }

    @Test
    void an_emergency_lasts_an_hour_of_the_worlds_however_the_clock_is_set() {
        String vega = patientNamed(northgate, "Marisol", "Vega");
        set(northgate, "2028-02-29T17:30:00Z").statusCode(200);

        var opened = as(northgate, Role.TENANT_ADMINISTRATOR)
                .contentType("application/json")
                .body("""
                        {"patient": "%s", "reasonCode": "other-clinician-unavailable", "reason": "Collapsed in the waiting room"}
                        """.formatted(vega))
                .post("/v1/emergency-accesses");

        opened.then().statusCode(201);
        assertThat(Instant.parse(opened.path("expiresAt")))
                .isCloseTo(Instant.now().plus(Duration.ofHours(1)), within());
    }

    @Test
    void what_was_answered_under_a_key_is_answered_again_although_years_have_gone_in_the_sandbox() {
        var coordinator = Tokens.of(northgate, Role.INTAKE_COORDINATOR);
        String key = UUID.randomUUID().toString();
        String first = registered(coordinator, key);
        set(northgate, "2029-02-28T17:30:00Z").statusCode(200);
        set(northgate, "2030-02-28T17:30:00Z").statusCode(200);

        assertThat(registered(coordinator, key)).isEqualTo(first);
    }

    private static String registered(String token, String key) {
        return RestAssured.given()
                .auth()
                .oauth2(token)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body("""
                        {"name": {"given": "Marisol", "family": "Vega"}, "birthDate": "1961-04-12", "sex": "female"}
                        """)
                .post("/v1/patients")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void assertStands(String now) {
        as(northgate, Role.PHARMACY_MANAGER).get(CLOCK).then().body("now", equalTo(now));
    }

    private static ValidatableResponse set(Tenant pharmacy, String now) {
        return as(pharmacy, Role.PHARMACY_MANAGER)
                .contentType("application/json")
                .body("{\"now\": \"" + now + "\"}")
                .put(CLOCK)
                .then();
    }

    private static TemporalUnitOffset within() {
        return new TemporalUnitWithinOffset(A_MOMENT.toSeconds(), ChronoUnit.SECONDS);
    }
}
