package dev.firstfill.api.audit;

import static dev.firstfill.api.testing.Requests.as;
import static dev.firstfill.api.testing.Requests.patientNamed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.Pharmacies;
import dev.firstfill.api.testing.RealStack;
import dev.firstfill.api.testing.Tokens;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Whatever is asked of a pharmacy leaves one record, and the record says who, what, whose, why and how it ended. */
@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AuditTrailTest {
    private Tenant northgate;
    private LedgerTable ledger;
    private UUID vega;

    @BeforeEach
    void oneOfTheirOwn() {
        northgate = Pharmacies.another();
        ledger = new LedgerTable(northgate);
        vega = UUID.fromString(patientNamed(northgate, "Marisol", "Vega"));
    }

    @Test
    void reading_a_patient_says_who_read_whom_and_why() {
        priya().header("X-Request-Id", "ward-7")
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .header("X-Purpose-Of-Use", "PATIENT_REQUEST")
                .get("/v1/patients/P1001")
                .then()
                .statusCode(200);

        var read = last();
        assertThat(read.act()).isEqualTo("read patient");
        assertThat(read.outcome()).isEqualTo("done");
        assertThat(read.persons()).containsExactly(vega);
        assertThat(read.sealed()).isNull();
        assertThat(read.entry().getString("user")).isEqualTo("priya");
        assertThat(read.entry().getJsonArray("roles")).isEqualTo(JsonArray.of("clinical-pharmacist"));
        assertThat(read.entry().getString("client")).isEqualTo("firstfill-tests");
        assertThat(read.entry().getString("purpose")).isEqualTo("PATIENT_REQUEST");
        assertThat(read.entry().getString("resource")).isEqualTo("P1001");
        assertThat(read.entry().getString("request")).isEqualTo("ward-7");
        assertThat(read.entry().getString("trace")).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(read.entry().getString("source")).isEqualTo("127.0.0.1");
    }

    @Test
    void a_list_names_everybody_on_the_page_that_was_sent_and_nobody_else() {
        var ruiz = UUID.fromString(patientNamed(northgate, "Ana", "Ruiz"));
        patientNamed(northgate, "Li", "Chen");

        priya().get("/v1/patients?limit=2").then().statusCode(200);

        assertThat(last().act()).isEqualTo("list patient");
        assertThat(last().persons()).containsExactlyInAnyOrder(vega, ruiz);
    }

    @Test
    void a_search_keeps_what_was_sought_sealed_and_names_whom_it_showed() {
        patientNamed(northgate, "Ana", "Ruiz");

        priya().contentType("application/json")
                .body("{\"family\": \"Vega\", \"birthDate\": \"1961-04-12\"}")
                .post("/v1/patients/search")
                .then()
                .statusCode(200);

        var search = last();
        assertThat(search.act()).isEqualTo("search patient");
        assertThat(search.persons()).containsExactly(vega);
        assertThat(search.sealed()).isNotNull().doesNotContain("Vega", "1961");
        assertThat(search.entry().encode()).doesNotContain("Vega", "1961");
    }

    @Test
    void a_search_that_finds_nobody_is_recorded_as_well() {
        priya().contentType("application/json")
                .body("{\"family\": \"Nobody\"}")
                .post("/v1/patients/search")
                .then()
                .statusCode(200);

        assertThat(last().act()).isEqualTo("search patient");
        assertThat(last().persons()).isEmpty();
        assertThat(last().sealed()).isNotNull();
    }

    @Test
    void a_change_names_the_fields_and_keeps_what_they_were_and_are_sealed() {
        priya().contentType("application/json")
                .header("If-Match", "\"1\"")
                .body("""
                        {"name": {"given": "Marisol", "family": "Okafor"}, "birthDate": "1961-04-12",
                         "sex": "female", "language": "es"}
                        """)
                .put("/v1/patients/" + vega)
                .then()
                .statusCode(200);

        var amended = last();
        assertThat(amended.act()).isEqualTo("amend patient");
        assertThat(amended.outcome()).isEqualTo("done");
        assertThat(amended.persons()).containsExactly(vega);
        assertThat(amended.fields()).containsExactlyInAnyOrder("name", "language");
        assertThat(amended.entry().getString("sealedFor")).isEqualTo(vega.toString());
        assertThat(amended.sealed()).isNotNull().doesNotContain("Vega", "Okafor");
        assertThat(amended.entry().encode()).doesNotContain("Vega", "Okafor");
    }

    @Test
    void what_a_role_does_not_allow_is_recorded_before_it_is_refused() {
        as(northgate, Role.TENANT_ADMINISTRATOR)
                .get("/v1/patients/" + vega)
                .then()
                .statusCode(403);

        var attempt = last();
        assertThat(attempt.act()).isEqualTo("attempt getPatient");
        assertThat(attempt.outcome()).isEqualTo("refused");
        assertThat(attempt.entry().getString("code")).isEqualTo("permission-missing");
        assertThat(attempt.entry().getString("resource")).isEqualTo(vega.toString());
        assertThat(attempt.entry().getJsonArray("roles")).isEqualTo(JsonArray.of("tenant-administrator"));
        assertThat(attempt.persons()).isEmpty();
    }

    @Test
    void an_attempt_of_somebody_of_no_pharmacy_is_in_nobodys_ledger() {
        var before = ledger.rows();

        RestAssured.given()
                .auth()
                .oauth2(Tokens.ofOperator())
                .get("/v1/patients/" + vega)
                .then()
                .statusCode(403);

        assertThat(ledger.rows()).isEqualTo(before);
    }

    @Test
    void another_pharmacys_patient_is_recorded_where_it_was_sought_and_not_where_it_is() {
        var southbank = Pharmacies.another();
        var theirs = patientNamed(southbank, "Tomas", "Lindqvist");
        var before = new LedgerTable(southbank).rows();

        priya().get("/v1/patients/" + theirs).then().statusCode(404);

        assertThat(last().act()).isEqualTo("read patient");
        assertThat(last().outcome()).isEqualTo("refused");
        assertThat(last().entry().getString("code")).isEqualTo("patient-not-found");
        assertThat(last().entry().getString("resource")).isEqualTo(theirs);
        assertThat(last().persons()).isEmpty();
        assertThat(new LedgerTable(southbank).rows()).isEqualTo(before);
    }

    @Test
    void a_stale_change_is_recorded_as_refused() {
        priya().contentType("application/json")
                .header("If-Match", "\"7\"")
                .body("{\"name\": {\"given\": \"M\", \"family\": \"V\"}, \"birthDate\": \"1961-04-12\","
                        + " \"sex\": \"female\"}")
                .put("/v1/patients/" + vega)
                .then()
                .statusCode(412);

        assertThat(last().act()).isEqualTo("amend patient");
        assertThat(last().outcome()).isEqualTo("refused");
        assertThat(last().entry().getString("code")).isEqualTo("stale-version");
    }

    @Test
    void what_a_rule_refuses_is_recorded_as_refused() {
        priya().contentType("application/json")
                .body("{\"given\": \"Marisol\"}")
                .post("/v1/patients/search")
                .then()
                .statusCode(422);

        assertThat(last().act()).isEqualTo("search patient");
        assertThat(last().outcome()).isEqualTo("refused");
        assertThat(last().entry().getString("code")).isEqualTo("search-too-wide");
    }

    @Test
    void who_is_answered_again_is_recorded_again() {
        for (int sent = 1; sent <= 2; sent++) {
            priya(UUID.fromString("00000000-0000-4000-8000-000000000001"))
                    .contentType("application/json")
                    .header("Idempotency-Key", "once")
                    .body("{\"name\": {\"given\": \"Ana\", \"family\": \"Ruiz\"}, \"birthDate\": \"1970-01-02\","
                            + " \"sex\": \"female\"}")
                    .post("/v1/patients")
                    .then()
                    .statusCode(201);
        }

        var rows = ledger.rows();
        assertThat(rows.subList(rows.size() - 2, rows.size()))
                .extracting(LedgerTable.Row::act)
                .containsExactly("register patient", "replay patient");
        assertThat(last().persons())
                .isEqualTo(rows.get(rows.size() - 2).persons())
                .hasSize(1);
    }

    @Test
    void one_request_leaves_one_record() {
        var before = ledger.rows().size();

        priya().get("/v1/patients/P1001").then().statusCode(200);
        priya().get("/v1/patients").then().statusCode(200);
        priya().get("/v1/patients/P9999").then().statusCode(404);
        as(northgate, Role.TENANT_ADMINISTRATOR).get("/v1/patients").then().statusCode(403);

        assertThat(ledger.rows()).hasSize(before + 4);
        assertThat(ledger.rows()).extracting(LedgerTable.Row::seq).isEqualTo(numbers(before + 4));
    }

    private static List<Long> numbers(int last) {
        return java.util.stream.LongStream.rangeClosed(1, last).boxed().toList();
    }

    private RequestSpecification priya() {
        return priya(UUID.randomUUID());
    }

    private RequestSpecification priya(UUID subject) {
        var token = Tokens.of(northgate, Role.CLINICAL_PHARMACIST, claims -> claims.put("sub", subject.toString())
                .put("preferred_username", "priya"));
        return RestAssured.given().auth().oauth2(token);
    }

    private LedgerTable.Row last() {
        var rows = ledger.rows();
        return rows.get(rows.size() - 1);
    }
}
