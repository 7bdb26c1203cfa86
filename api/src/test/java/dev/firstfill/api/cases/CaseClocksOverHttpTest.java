package dev.firstfill.api.cases;

import static dev.firstfill.api.testing.Requests.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.Pharmacies;
import dev.firstfill.api.testing.RealStack;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * The clocks that {@code bin/demo} prints, over the same API and the same days, reckoned by hand. Northgate is open on
 * weekdays from 8 to 18, New York time. 2026-11-20 is a Friday, 2026-11-26 is Thanksgiving. Intake has 2 business hours,
 * the first fill 72 hours of the clock.
 */
@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class CaseClocksOverHttpTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private Tenant northgate;

    @BeforeEach
    void open() {
        northgate = Pharmacies.another();
        as(northgate, Role.DISPENSING_PHARMACIST)
                .contentType("application/json")
                .body("""
                        {"ndc": "68992-3010-3", "rxNorm": "1664463", "name": "Tacrolimus extended release",
                         "strength": "1 mg", "dosageForm": "extended-release tablet", "manufacturer": "Veloxis",
                         "packageSize": {"quantity": 30, "unit": "tablet"}, "storage": "ambient", "requiresRems": false,
                         "limitedDistribution": false, "schedule": "none"}
                        """)
                .post("/v1/drugs")
                .then()
                .statusCode(201);
    }

    @Test
    void a_practice_that_is_asked_on_friday_evening_stops_the_clocks_over_the_weekend() {
        clockTo("2026-11-20T16:30");
        var referral = refer("");
        clockTo("2026-11-20T17:10");
        move("request-information", ", \"waitsFor\": \"prescriber\", \"information\": [\"sig-missing\"]");

        // Nobody knows when it is due as long as the practice has not called back.
        assertThat(clock("intake")).containsEntry("waitingFor", "prescriber").doesNotContainKey("dueAt");

        clockTo("2026-11-23T10:15");
        as(northgate, Role.INTAKE_COORDINATOR)
                .contentType("application/json")
                .body("{\"sig\": \"Take 1 tablet every morning\"}")
                .post("/v1/referrals/" + referral + "/supplements")
                .then()
                .statusCode(200);
        move("receive-information", "");

        // 40 minutes were used on Friday, so 80 are left from 10:15 on; and of 72 hours, 71 h 20 min.
        assertThat(clock("intake")).containsEntry("dueAt", utc("2026-11-23T11:35"));
        assertThat(clock("time-to-first-fill")).containsEntry("dueAt", utc("2026-11-26T09:35"));

        clockTo("2026-11-23T11:00");
        move("complete-intake", "");

        // Open were 16:30-18:00 and 8:00-11:00; not waited was 16:30-17:10 and 10:15-11:00.
        assertThat(clock("intake"))
                .containsEntry("gross", "PT4H30M")
                .containsEntry("net", "PT1H25M")
                .containsEntry("breached", false);
        // From Friday 16:30 to Monday 11:00, without Friday 17:10 to Monday 10:15.
        assertThat(clock("time-to-first-fill"))
                .containsEntry("gross", "PT66H30M")
                .containsEntry("net", "PT1H25M");
        assertThat(waitedFor("prescriber")).isEqualTo(Duration.ofHours(65).plusMinutes(5));
        assertThat(waitedFor("pharmacy")).isEqualTo(Duration.ofHours(1).plusMinutes(25));
    }

    @Test
    void a_holiday_is_no_business_time_but_time_to_the_first_fill() {
        publishThanksgiving();
        clockTo("2026-11-25T17:20");
        refer(", \"sig\": \"Take 1 tablet every morning\"");

        // 40 minutes on Wednesday, nothing on Thursday, 80 minutes on Friday.
        assertThat(clock("intake")).containsEntry("dueAt", utc("2026-11-27T09:20"));

        clockTo("2026-11-27T09:30");
        move("complete-intake", "");

        assertThat(clock("intake"))
                .containsEntry("gross", "PT2H10M")
                .containsEntry("net", "PT2H10M")
                .containsEntry("breached", true);
        assertThat(clock("time-to-first-fill")).containsEntry("gross", "PT40H10M");
    }

    @Test
    void a_referral_of_saturday_begins_to_count_on_monday() {
        clockTo("2026-11-21T12:00");
        refer(", \"sig\": \"Take 1 tablet every morning\"");

        assertThat(clock("intake")).containsEntry("dueAt", utc("2026-11-23T10:00"));

        clockTo("2026-11-23T08:45");
        move("complete-intake", "");

        assertThat(clock("intake")).containsEntry("gross", "PT45M").containsEntry("net", "PT45M");
        assertThat(clock("time-to-first-fill")).containsEntry("gross", "PT44H45M");
        assertThat(waitedFor("pharmacy")).isEqualTo(Duration.ofMinutes(44 * 60 + 45));
    }

    private void clockTo(String local) {
        as(northgate, Role.PHARMACY_MANAGER)
                .contentType("application/json")
                .body("{\"now\": \"%s\"}".formatted(utc(local)))
                .put("/v1/sandbox/clock")
                .then()
                .statusCode(200);
    }

    private static String utc(String local) {
        return LocalDateTime.parse(local).atZone(NEW_YORK).toInstant().toString();
    }

    private String refer(String sig) {
        return as(northgate, Role.INTAKE_COORDINATOR)
                .contentType("application/json")
                .body("""
                        {"source": "fax", "order": {"patient": {"name": {"given": "Marisol", "family": "Vega"},
                          "birthDate": "1961-04-12", "sex": "female",
                          "phones": [{"use": "mobile", "number": "+13125550142"}],
                          "addresses": [{"use": "home", "line1": "4 Elm Street", "city": "Chicago", "state": "IL",
                                         "zip": "60601"}]},
                          "prescriber": {"npi": "1234567893", "name": {"given": "Priya", "family": "Anand"}},
                          "coverages": [{"payer": "Aetna", "kind": "commercial", "memberId": "W123456789",
                                         "bin": "610502", "pcn": "ADV", "group": "RX4821"}],
                          "diagnoses": [{"icd10Code": "Z94.0", "forOrder": true}],
                          "medication": {"rxNorm": "1664463", "quantity": 30, "daysSupply": 30, "refills": 5,
                                         "writtenAt": "2026-11-19T15:00:00Z"%s}}}
                        """.formatted(sig))
                .post("/v1/referrals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void move(String move, String parts) {
        var seen = as(northgate, Role.INTAKE_COORDINATOR).get("/v1/cases/C1001").header("ETag");
        as(northgate, Role.INTAKE_COORDINATOR)
                .contentType("application/json")
                .header("If-Match", seen)
                .body("{\"move\": \"%s\"%s}".formatted(move, parts))
                .post("/v1/cases/C1001/transitions")
                .then()
                .statusCode(200);
    }

    private Map<String, Object> clock(String kind) {
        return read("/v1/cases/C1001").getMap("clocks.find { it.kind == '%s' }".formatted(kind));
    }

    private Duration waitedFor(String party) {
        List<String> waited = read("/v1/cases/C1001/events")
                .getList("events.findAll { it.waitsFor == '%s' }.waited".formatted(party));
        return waited.stream().filter(one -> one != null).map(Duration::parse).reduce(Duration.ZERO, Duration::plus);
    }

    private JsonPath read(String path) {
        return as(northgate, Role.PHARMACY_MANAGER)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private void publishThanksgiving() {
        Map<String, Object> content = read("/v1/workflow-settings").getMap("content");
        content.put("holidays", List.of("2026-11-26"));
        as(northgate, Role.PHARMACY_MANAGER)
                .contentType("application/json")
                .body(Map.of("content", content))
                .post("/v1/workflow-settings")
                .then()
                .statusCode(201);
    }
}
