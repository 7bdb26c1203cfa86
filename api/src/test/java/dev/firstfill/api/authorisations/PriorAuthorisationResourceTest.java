package dev.firstfill.api.authorisations;

import static dev.firstfill.api.testing.Requests.as;
import static dev.firstfill.api.testing.Requests.patientNamed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.Ordered;
import dev.firstfill.api.testing.Pharmacies;
import dev.firstfill.api.testing.RealStack;
import dev.firstfill.api.testing.Tables;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PriorAuthorisationResourceTest {
    private static final String LIST = "/v1/prior-authorisations";

    private Tenant pharmacy;
    private String marisol;

    @BeforeEach
    void somebodyAndADrug() {
        pharmacy = Pharmacies.another();
        marisol = patientNamed(pharmacy, "Marisol", "Vega");
        Ordered.stock(pharmacy, "none");
    }

    @Test
    void what_a_payer_said_is_entered_and_read() {
        var entered = entered("2027-02-28");

        as(pharmacy, Role.FULFILMENT_TECHNICIAN)
                .get(LIST + "/" + entered)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("patient", equalTo(marisol))
                .body("state", equalTo("approved"))
                .body("payer", equalTo("Aetna"))
                .body("number", equalTo("PA-2026-55120"))
                .body("validFrom", equalTo("2026-03-01"))
                .body("validUntil", equalTo("2027-02-28"))
                .body("quantity", equalTo(26));
    }

    @Test
    void parts_of_it_are_changed_and_removed() {
        var entered = entered("2027-02-28");

        patched(entered, 1, "{\"validUntil\": \"2027-06-30\", \"quantity\": null}")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("validUntil", equalTo("2027-06-30"))
                .body("quantity", nullValue())
                .body("payer", equalTo("Aetna"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"state": "denied", "validFrom": null, "validUntil": null} | 409 | prior-authorisation-move-not-allowed
                    {"drug": "0002-1433-80"}                                   | 422 | prior-authorisation-of-another
                    {"validUntil": null}                                       | 400 | invalid-body
                    {"payer": null}                                            | 400 | invalid-body
                    {"patient": "P9999"}                                       | 404 | patient-not-found
                    """)
    void what_cannot_be_is_refused_and_nothing_changes(String patch, int status, String code) {
        var entered = entered("2027-02-28");
        anotherDrug();
        var before = read(entered);

        patched(entered, 1, patch).statusCode(status).body("code", equalTo(code));

        assertThat(read(entered)).isEqualTo(before);
    }

    @Test
    void a_change_names_the_version_it_is_made_from() {
        var entered = entered("2027-02-28");
        patched(entered, 1, "{\"note\": \"extended\"}").statusCode(200);
        var before = read(entered);

        patched(entered, 1, "{\"note\": \"lost\"}").statusCode(412).body("code", equalTo("stale-version"));
        as(pharmacy, Role.PA_SPECIALIST)
                .contentType("application/merge-patch+json")
                .body("{\"note\": \"blind\"}")
                .patch(LIST + "/" + entered)
                .then()
                .statusCode(428);

        assertThat(read(entered)).isEqualTo(before);
    }

    @Test
    void they_are_listed_by_patient_drug_state_and_last_day() {
        var ending = entered("2026-12-31");
        var lasting = entered("2027-01-01");

        listed("patient=P1001").body("items.id", contains(lasting, ending));
        listed("drug=0074-0554-02&sort=oldest").body("items.id", contains(ending, lasting));
        listed("state=denied").body("items", empty());
        listed("endingBefore=2027-01-01").body("items.id", contains(ending));
        listed("patient=" + marisol + "&limit=1")
                .body("items", contains(notNullValue()))
                .body("nextCursor", notNullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "state=refused, 400, invalid-parameter",
        "endingBefore=soon, 400, invalid-parameter",
        "patient=P9999, 404, patient-not-found",
        "drug=0002-1433-80, 404, drug-not-found"
    })
    void a_list_of_what_cannot_be_is_refused(String query, int status, String code) {
        as(pharmacy, Role.BILLER)
                .get(LIST + "?" + query)
                .then()
                .statusCode(status)
                .body("code", equalTo(code));
    }

    @Test
    void of_somebody_who_was_erased_it_is_gone() {
        var entered = entered("2027-02-28");
        as(pharmacy, Role.PRIVACY_OFFICER)
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body("{\"reason\": \"patient-request\"}")
                .post("/v1/patients/" + marisol + "/erasure")
                .then()
                .statusCode(204);

        as(pharmacy, Role.BILLER)
                .get(LIST + "/" + entered)
                .then()
                .statusCode(410)
                .body("code", equalTo("patient-erased"));
        patched(entered, 1, "{\"note\": \"late\"}").statusCode(410);
        listed("limit=200").body("items.id", contains(entered)).body("items[0].payer", nullValue());
    }

    @Test
    void what_was_moved_to_another_in_the_database_is_shown_to_nobody() {
        var ours = entered("2027-02-28");
        var other = entered("2027-02-28");

        Tables.of(pharmacy)
                .run(
                        "update pharmacy.prior_authorisation set record = (select record from pharmacy.prior_authorisation"
                                + " where id = ?) where id = ?",
                        UUID.fromString(other),
                        UUID.fromString(ours));

        as(pharmacy, Role.BILLER)
                .get(LIST + "/" + ours)
                .then()
                .statusCode(500)
                .body("code", equalTo("sealed-value-broken"));
        as(pharmacy, Role.BILLER).get(LIST + "/" + other).then().statusCode(200);
    }

    @Test
    void the_ledger_knows_who_read_whose() {
        listed("state=denied");
        var entered = entered("2027-02-28");
        read(entered);

        as(pharmacy, Role.PRIVACY_OFFICER)
                .get("/v1/audit-records?patient=" + marisol)
                .then()
                .statusCode(200)
                .body("items.act", hasItem("read prior-authorisation"))
                .body("items.act", hasItem("enter prior-authorisation"));
    }

    private String entered(String until) {
        return as(pharmacy, Role.PA_SPECIALIST)
                .contentType("application/json")
                .body("""
                        {"patient": "%s", "drug": "0074-0554-02", "state": "approved", "payer": "Aetna",
                         "number": "PA-2026-55120", "validFrom": "2026-03-01", "validUntil": "%s", "quantity": 26}
                        """.formatted(marisol, until))
                .post(LIST)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void anotherDrug() {
        as(pharmacy, Role.PHARMACY_MANAGER)
                .contentType("application/json")
                .body("""
                        {"ndc": "0002-1433-80", "name": "Rheumavance", "strength": "40 mg/0.8 mL", "dosageForm": "pen",
                         "manufacturer": "Helix Therapeutics", "packageSize": {"quantity": 2, "unit": "pen"},
                         "storage": "refrigerated", "requiresRems": false, "limitedDistribution": true,
                         "schedule": "none"}
                        """)
                .post("/v1/drugs")
                .then()
                .statusCode(201);
    }

    private ValidatableResponse patched(String id, int seen, String patch) {
        return as(pharmacy, Role.PA_SPECIALIST)
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"%d\"".formatted(seen))
                .body(patch)
                .patch(LIST + "/" + id)
                .then();
    }

    private ValidatableResponse listed(String query) {
        return as(pharmacy, Role.BILLER).get(LIST + "?" + query).then().statusCode(200);
    }

    private String read(String id) {
        return as(pharmacy, Role.BILLER)
                .get(LIST + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
