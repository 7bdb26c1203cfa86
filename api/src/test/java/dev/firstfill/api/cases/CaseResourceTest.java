package dev.firstfill.api.cases;

import static dev.firstfill.api.testing.Requests.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.CasesAsTheyStand;
import dev.firstfill.api.testing.Pharmacies;
import dev.firstfill.api.testing.RealStack;
import dev.firstfill.api.testing.Tables;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Cases as front ends meet them. */
@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class CaseResourceTest {
    private static final String CARD = """
            {"payer": "Aetna", "kind": "commercial", "memberId": "W123456789", "bin": "610502", "pcn": "ADV",
             "group": "RX4821"}
            """;

    private Tenant northgate;

    @BeforeEach
    void open() {
        northgate = Pharmacies.another();
    }

    @Test
    void a_referral_without_a_diagnosis_code_opens_a_case_that_waits_for_the_prescriber() {
        refer("Marisol", "");

        as(northgate, Role.INTAKE_COORDINATOR)
                .get("/v1/cases/C1001")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("number", equalTo("C1001"))
                .body("status", equalTo("awaiting-information"))
                .body("title", equalTo("Awaiting Information"))
                .body("then", equalTo("new-referral-intake"))
                .body("waitsFor", equalTo("prescriber"))
                .body("missing.code", hasItem("diagnosis-code-missing"))
                .body("clocks.kind", hasItems("intake", "time-to-first-fill"))
                .body("clocks[0].waitingFor", equalTo("prescriber"))
                .body("clocks[0].hours", equalTo("business"))
                .body("clocks[0].target", equalTo("PT2H"))
                .body("moves.find { it.move == 'receive-information' }.lacks.code", hasItem("information-missing"))
                .body("moves.find { it.move == 'cancel' }.lacks", hasSize(0));
    }

    @Test
    void what_was_missing_comes_and_the_case_knows_in_the_same_moment() {
        var referral = refer("Marisol", "");

        as(northgate, Role.INTAKE_COORDINATOR)
                .contentType("application/json")
                .body("{\"icd10Code\": \"M05.79\"}")
                .post("/v1/referrals/{referral}/supplements", referral)
                .then()
                .statusCode(200);

        as(northgate, Role.INTAKE_COORDINATOR)
                .get("/v1/cases/C1001/events")
                .then()
                .statusCode(200)
                .body("events.kind", hasItem("opened"))
                .body("events[0].to", equalTo("awaiting-information"))
                .body("events[0].waitsFor", equalTo("prescriber"))
                .body("events[0].waited", startsWith("PT"))
                .body("events[0].by.name", notNullValue())
                .body("events[1].kind", equalTo("informed"))
                .body("events[1].waitsFor", equalTo("pharmacy"));
        // The formulary has no such drug yet, and that is the pharmacy's own to mend.
        as(northgate, Role.INTAKE_COORDINATOR)
                .get("/v1/cases/C1001")
                .then()
                .body("missing.code", contains("drug-not-in-formulary"));
    }

    @Test
    void a_card_that_was_missing_comes_and_the_case_knows_who_pays() {
        var referral = refer("Marisol", "", "");
        as(northgate, Role.INTAKE_COORDINATOR)
                .get("/v1/cases/C1001")
                .then()
                .body("payer", nullValue())
                .body("missing.code", hasItem("insurance-missing"));

        as(northgate, Role.INTAKE_COORDINATOR)
                .contentType("application/json")
                .body("""
                        {"coverage": {"payer": "Aetna", "kind": "commercial", "memberId": "W123456789", "bin": "610502"}}
                        """)
                .post("/v1/referrals/{referral}/supplements", referral)
                .then()
                .statusCode(200);

        as(northgate, Role.INTAKE_COORDINATOR).get("/v1/cases/C1001").then().body("payer", equalTo("Aetna"));
    }

    @Test
    void each_role_makes_the_moves_of_its_own_queues_and_a_refusal_changes_nothing() {
        refer("Marisol", "");

        move(Role.ADHERENCE_NURSE, "\"1\"", "{\"move\": \"mark-duplicate\"}")
                .then()
                .statusCode(403)
                .body("code", equalTo("case-move-not-yours"));
        move(Role.INTAKE_COORDINATOR, "\"1\"", "{\"move\": \"ship\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("case-move-not-by-hand"));
        move(Role.INTAKE_COORDINATOR, "\"1\"", "{\"move\": \"complete-intake\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("case-move-not-legal"));
        move(Role.INTAKE_COORDINATOR, "\"1\"", "{\"move\": \"receive-information\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("case-move-lacks"));
        move(Role.INTAKE_COORDINATOR, "\"1\"", "{\"move\": \"mark-duplicate\", \"until\": \"2030-01-01\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("case-move-parts-unfit"));
        move(Role.INTAKE_COORDINATOR, "\"7\"", "{\"move\": \"mark-duplicate\"}")
                .then()
                .statusCode(412);

        as(northgate, Role.INTAKE_COORDINATOR)
                .get("/v1/cases/C1001")
                .then()
                .header("ETag", "\"1\"")
                .body("status", equalTo("awaiting-information"));

        move(Role.INTAKE_COORDINATOR, "\"1\"", "{\"move\": \"mark-duplicate\", \"note\": \"Sent twice by fax.\"}")
                .then()
                .statusCode(200)
                .body("status", equalTo("duplicate"))
                .body("waitsFor", nullValue())
                .body("closedAt", notNullValue());
    }

    @Test
    void the_board_counts_and_the_patient_is_seen_at_a_glance() {
        refer("Marisol", "");
        as(northgate, Role.ADHERENCE_NURSE)
                .contentType("application/json")
                .body("""
                        {"channel": "phone", "result": "voicemail", "note": "Will try again tomorrow."}
                        """)
                .post("/v1/cases/C1001/contact-attempts")
                .then()
                .statusCode(200);

        as(northgate, Role.PHARMACY_MANAGER)
                .get("/v1/case-board?status=awaiting-information&payer=Aetna")
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("cells[0].ages.underOneDay", equalTo(1));
        as(northgate, Role.PHARMACY_MANAGER)
                .get("/v1/case-board?status=pa-pending-payer")
                .then()
                .body("total", equalTo(0));
        as(northgate, Role.ADHERENCE_NURSE)
                .get("/v1/patients/P1001/overview")
                .then()
                .statusCode(200)
                .body("name.given", equalTo("Marisol"))
                .body("cases.number", contains("C1001"))
                .body("tasks.type", contains("obtain-information"))
                .body("lastContact.note", equalTo("Will try again tomorrow."))
                .body("lastFill", nullValue());
    }

    @Test
    void a_call_about_adherence_is_one_act() {
        refer("Marisol", "");
        CasesAsTheyStand.inTherapy(northgate, idOf("C1001"));

        call("{\"missed-doses\": 0}").then().statusCode(422);

        as(northgate, Role.ADHERENCE_NURSE).get("/v1/cases/C1001/events").then().body("events", hasSize(1));
        as(northgate, Role.ADHERENCE_NURSE)
                .get("/v1/assessments?patient=P1001")
                .then()
                .body("items", hasSize(0));

        call("""
                {"missed-doses": 0, "on-time": "always", "stopped-by-self": false, "runs-out": false,
                 "understands": "well", "doses-left": 9, "main-barrier": "none"}
                """).then().statusCode(200);

        as(northgate, Role.ADHERENCE_NURSE)
                .get("/v1/assessments?patient=P1001")
                .then()
                .body("items.state", contains("signed"));
        as(northgate, Role.ADHERENCE_NURSE)
                .get("/v1/patients/P1001/overview")
                .then()
                .body("adherence.template", equalTo("adherence"))
                .body("lastContact.facts.result", equalTo("reached"))
                .body("tasks.type", hasItem("adherence-call"));
    }

    @Test
    void a_note_that_was_moved_to_another_event_is_shown_to_nobody() {
        refer("Marisol", "");
        for (var note : new String[] {"First.", "Second."}) {
            as(northgate, Role.ADHERENCE_NURSE)
                    .contentType("application/json")
                    .body("{\"channel\": \"phone\", \"result\": \"no-answer\", \"note\": \"%s\"}".formatted(note))
                    .post("/v1/cases/C1001/contact-attempts")
                    .then()
                    .statusCode(200);
        }

        Tables.of(northgate).run("""
                update pharmacy.case_event e set note = (
                  select o.note from pharmacy.case_event o where o.case_id = e.case_id and o.note is not null
                  order by o.id desc limit 1)
                where e.case_id = ? and e.note is not null
                """, UUID.fromString(idOf("C1001")));

        var answer = as(northgate, Role.ADHERENCE_NURSE).get("/v1/cases/C1001/events");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.asString()).doesNotContain("First.").doesNotContain("Second.");
    }

    private String refer(String given, String diagnosis) {
        return refer(given, diagnosis, CARD);
    }

    private String refer(String given, String diagnosis, String card) {
        return as(northgate, Role.INTAKE_COORDINATOR)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("""
                        {"source": "fax", "order": {"patient": {"name": {"given": "%s", "family": "Vega"},
                          "birthDate": "1961-04-12", "sex": "female", "phones": [{"use": "mobile", "number": "+13125550142"}],
                          "addresses": [{"use": "home", "line1": "4 Elm Street", "city": "Chicago", "state": "IL",
                                         "zip": "60601"}]},
                          "prescriber": {"npi": "1234567893", "name": {"given": "Priya", "family": "Anand"}},
                          "coverages": [%s],
                          "diagnoses": [{"text": "Rheumatoid arthritis", "forOrder": true}%s],
                          "medication": {"rxNorm": "327361", "text": "adalimumab", "sig": "Inject 40 mg every other week",
                                         "quantity": 2, "daysSupply": 28, "refills": 5,
                                         "writtenAt": "2026-03-02T15:00:00Z"}}}
                        """.formatted(given, card, diagnosis))
                .post("/v1/referrals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Response move(Role role, String seen, String wish) {
        return as(northgate, role)
                .contentType("application/json")
                .header("If-Match", seen)
                .body(wish)
                .post("/v1/cases/C1001/transitions");
    }

    private Response call(String answers) {
        return as(northgate, Role.ADHERENCE_NURSE)
                .contentType("application/json")
                .body("{\"channel\": \"phone\", \"template\": \"adherence\", \"answers\": %s}".formatted(answers))
                .post("/v1/cases/C1001/adherence-calls");
    }

    private String idOf(String number) {
        return as(northgate, Role.PHARMACY_MANAGER).get("/v1/cases/" + number).path("id");
    }
}
