package dev.firstfill.api.audit;

import static dev.firstfill.api.testing.Requests.as;
import static dev.firstfill.api.testing.Requests.patientNamed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.Pharmacies;
import dev.firstfill.api.testing.RealStack;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AuditRecordResourceTest {
    private Tenant northgate;
    private LedgerTable ledger;
    private String vega;

    /** Records 1 to 4: registered, renamed, sought, read. */
    @BeforeEach
    void oneOfTheirOwn() {
        northgate = Pharmacies.another();
        ledger = new LedgerTable(northgate);
        vega = patientNamed(northgate, "Marisol", "Vega");
        as(northgate, Role.CLINICAL_PHARMACIST)
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .body("{\"name\": {\"family\": \"Okafor\"}}")
                .patch("/v1/patients/P1001")
                .then()
                .statusCode(200);
        as(northgate, Role.CLINICAL_PHARMACIST)
                .contentType("application/json")
                .body("{\"family\": \"Nobody\", \"birthDate\": \"1980-05-06\"}")
                .post("/v1/patients/search")
                .then()
                .statusCode(200);
        as(northgate, Role.BILLER).get("/v1/patients/P1001").then().statusCode(200);
    }

    @Test
    void the_newest_come_first_and_reading_is_recorded_too() {
        var first = officer().get("/v1/audit-records").then().statusCode(200).extract();

        assertThat(first.<String>path("items.act.join(', ')"))
                .isEqualTo("read patient, search patient, amend patient, register patient");
        assertThat(first.<String>path("items[0].purpose")).isEqualTo("PAYMENT");
        assertThat(first.<List<String>>path("items[0].patients")).containsExactly(vega);
        assertThat(first.<List<String>>path("items[2].fields")).containsExactly("name");
        assertThat(first.asString()).doesNotContain("Vega", "Okafor", "Nobody", "1980-05-06");
        officer()
                .get("/v1/audit-records?limit=1")
                .then()
                .statusCode(200)
                .body("items[0].act", equalTo("list audit-record"));
    }

    @Test
    void a_single_record_shows_what_was_kept_sealed() {
        var amended = reference("amend patient");
        officer()
                .get("/v1/audit-records/" + amended)
                .then()
                .statusCode(200)
                .body("id", equalTo(amended))
                .body("content.changes.name.before.family", equalTo("Vega"))
                .body("content.changes.name.after.family", equalTo("Okafor"));
        officer()
                .get("/v1/audit-records/" + reference("search patient"))
                .then()
                .statusCode(200)
                .body("content.sought.family", equalTo("Nobody"));

        var rows = ledger.rows();
        assertThat(rows.get(rows.size() - 3).act()).isEqualTo("read audit-record");
        assertThat(rows.get(rows.size() - 3).entry().getString("resource")).isEqualTo(amended);
        // Whoever reads what was changed of a patient has seen data of that patient.
        assertThat(rows.get(rows.size() - 3).persons())
                .extracting(Object::toString)
                .containsExactly(vega);
    }

    @Test
    void what_was_sealed_for_somebody_who_was_erased_is_erased() {
        var amended = reference("amend patient");
        ledger.asSuperuser("delete from %s.patient_key".formatted(northgate.schema()));

        officer()
                .get("/v1/audit-records/" + amended)
                .then()
                .statusCode(200)
                .body("erased", equalTo(true))
                .body("content", nullValue())
                .body("patients[0]", equalTo(vega));
    }

    @Test
    void filters_narrow_the_list() {
        assertThat(acts("act=read patient")).containsExactly("read patient");
        assertThat(acts("outcome=refused")).isEmpty();
        assertThat(acts("patient=P1001&sort=oldest"))
                .containsExactly("register patient", "amend patient", "read patient");
        assertThat(acts("patient=" + vega)).containsExactly("read patient", "amend patient", "register patient");
        assertThat(acts("to=2020-01-01T00:00:00Z")).isEmpty();
        assertThat(acts("act=register patient&from=2020-01-01T00:00:00Z")).containsExactly("register patient");
        var actor = officer()
                .get("/v1/audit-records?act=search patient")
                .then()
                .extract()
                .<String>path("items[0].actor");
        assertThat(acts("actor=" + actor)).containsExactly("search patient");
        officer().get("/v1/audit-records?from=yesterday").then().statusCode(400);
        officer().get("/v1/audit-records?patient=P9999").then().statusCode(404);
    }

    /** The list goes on growing while it is read; from the oldest on nothing is skipped and nothing comes twice. */
    @Test
    void pages_hang_together() {
        var numbers = new ArrayList<String>();
        var cursor = "";
        for (int page = 0; page < 3; page++) {
            var answer = officer()
                    .get("/v1/audit-records?limit=2&sort=oldest" + cursor)
                    .then()
                    .statusCode(200)
                    .extract();
            numbers.addAll(answer.<List<String>>path("items.id"));
            cursor = "&cursor=" + answer.path("nextCursor");
        }

        assertThat(numbers).extracting(id -> id.split("-")[0]).containsExactly("1", "2", "3", "4", "5", "6");
    }

    @Test
    void another_pharmacys_record_of_the_same_number_is_not_there() {
        var theirs = Pharmacies.another();
        patientNamed(theirs, "Tomas", "Lindqvist");
        var reference = officerOf(theirs)
                .get("/v1/audit-records?sort=oldest")
                .then()
                .extract()
                .<String>path("items[0].id");
        assertThat(reference).startsWith("1-");

        for (var nothing : List.of(reference, "1", "1-00000000", "999-00000000", "x")) {
            officer()
                    .get("/v1/audit-records/" + nothing)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("audit-record-not-found"));
        }
    }

    @Test
    void a_patients_access_report_says_who_when_what_and_why() {
        var report = officer()
                .get("/v1/patients/P1001/accesses")
                .then()
                .statusCode(200)
                .extract();

        assertThat(report.<List<String>>path("items.act"))
                .containsExactly("read patient", "amend patient", "register patient");
        assertThat(report.<String>path("items[0].purpose")).isEqualTo("PAYMENT");
        assertThat(report.<List<String>>path("items[0].roles")).containsExactly("biller");
        var rows = ledger.rows();
        assertThat(rows.get(rows.size() - 1).act()).isEqualTo("report access");
        officer().get("/v1/patients/P9999/accesses").then().statusCode(404);
    }

    @Test
    void a_verification_says_whether_the_ledger_is_in_order_and_where_it_is_not() {
        officer()
                .post("/v1/audit-verifications")
                .then()
                .statusCode(200)
                .body("inOrder", equalTo(true))
                .body("records", equalTo(4))
                .body("findings.size()", equalTo(0));

        ledger.asSuperuser("update ledger set actor = 'nobody' where seq = 2");

        officer()
                .post("/v1/audit-verifications")
                .then()
                .statusCode(200)
                .body("inOrder", equalTo(false))
                .body("findings[0].kind", equalTo("altered"))
                .body("findings[0].from", equalTo(2))
                .body("findings[0].to", equalTo(2));
        var rows = ledger.rows();
        assertThat(rows.get(rows.size() - 1).act()).isEqualTo("verify audit-record");
    }

    @Test
    void an_account_of_disclosures_lists_what_is_owed_and_all_when_asked() {
        disclose("2026-03-02T15:04:05Z", "State Board of Pharmacy", "health-oversight");
        disclose("2026-03-03T15:04:05Z", "Ringwell", "operations");
        disclose("2019-03-03T15:04:05Z", "County Court", "judicial");

        var owed = officer()
                .get("/v1/patients/P1001/disclosures?to=2026-11-01T00:00:00Z")
                .then()
                .statusCode(200)
                .extract();
        assertThat(owed.<List<String>>path("items.recipient")).containsExactly("State Board of Pharmacy");
        assertThat(owed.<String>path("from")).isEqualTo("2020-11-01T00:00:00Z");
        assertThat(owed.<Boolean>path("items[0].accountable")).isTrue();
        assertThat(recipients("all=true")).containsExactly("State Board of Pharmacy", "Ringwell");
        assertThat(recipients("from=2019-01-01T00:00:00Z")).containsExactly("State Board of Pharmacy", "County Court");
        assertThat(recipients("from=2019-01-01T00:00:00Z&to=2020-01-01T00:00:00Z"))
                .containsExactly("County Court");

        var recorded = ledger.rows().get(4);
        assertThat(recorded.act()).isEqualTo("record disclosure");
        assertThat(recorded.entry().getString("basis")).isEqualTo("HEALTH_OVERSIGHT");
        assertThat(recorded.entry().encode() + recorded.sealed()).doesNotContain("State Board");
        officer()
                .get("/v1/audit-records/" + reference("record disclosure"))
                .then()
                .body("content.disclosure.recipient", equalTo("County Court"));
    }

    @Test
    void a_disclosure_in_the_future_is_refused_and_stands_nowhere() {
        as(northgate, Role.PHARMACY_MANAGER)
                .contentType("application/json")
                .body(disclosure("2126-03-02T15:04:05Z", "Somebody", "judicial"))
                .post("/v1/patients/P1001/disclosures")
                .then()
                .statusCode(422)
                .body("code", equalTo("disclosure-not-made-yet"));

        assertThat(recipients("all=true&to=2127-01-01T00:00:00Z&from=2000-01-01T00:00:00Z"))
                .isEmpty();
    }

    private void disclose(String at, String recipient, String basis) {
        as(northgate, Role.PHARMACY_MANAGER)
                .contentType("application/json")
                .body(disclosure(at, recipient, basis))
                .post("/v1/patients/P1001/disclosures")
                .then()
                .statusCode(201)
                .header("Location", equalTo("/v1/patients/" + vega + "/disclosures"))
                .body("recipient", equalTo(recipient));
    }

    private static String disclosure(String at, String recipient, String basis) {
        return """
                {"madeAt": "%s", "recipient": "%s", "description": "Dispensing history", "purpose": "Inspection",
                 "basis": "%s"}
                """.formatted(at, recipient, basis);
    }

    private List<String> recipients(String query) {
        return officer()
                .get("/v1/patients/P1001/disclosures?" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("items.recipient");
    }

    private List<String> acts(String query) {
        return officer()
                .get("/v1/audit-records?" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("items.act");
    }

    /** Of the newest record of such an act. */
    private String reference(String act) {
        return officer()
                .get("/v1/audit-records?act=" + act)
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
    }

    private RequestSpecification officer() {
        return officerOf(northgate);
    }

    private static RequestSpecification officerOf(Tenant pharmacy) {
        return as(pharmacy, Role.PRIVACY_OFFICER);
    }
}
