package dev.firstfill.api.prescribing;

import static dev.firstfill.api.testing.Ordered.YESTERDAY;
import static dev.firstfill.api.testing.Requests.as;
import static dev.firstfill.api.testing.Requests.patientNamed;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.Ordered;
import dev.firstfill.api.testing.Pharmacies;
import dev.firstfill.api.testing.RealStack;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PrescriptionResourceTest {
    private Tenant northgate;
    private String vega;

    @BeforeEach
    void aPatient() {
        northgate = Pharmacies.another();
        vega = patientNamed(northgate, "Marisol", "Vega");
        Ordered.stock(northgate, "none");
    }

    @Test
    void what_intake_enters_is_a_draft_with_what_follows_from_it() {
        json(Role.INTAKE_COORDINATOR)
                .body(Ordered.order("P1001"))
                .post("/v1/prescriptions")
                .then()
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .header("Location", startsWith("/v1/prescriptions/"))
                .body("number", equalTo("RX1001"))
                .body("state", equalTo("draft"))
                .body("patient", equalTo(vega))
                .body("daysSupply", equalTo(28))
                .body("unit", equalTo("pen"))
                .body("totalDailyDose", equalTo(2.857f))
                .body("fillsRemaining", equalTo(3))
                .body("startsOn", equalTo(YESTERDAY.toString()))
                .body("expiresOn", equalTo(YESTERDAY.plusYears(1).toString()));

        for (var written : new String[] {"RX1001", "rx1001"}) {
            as(northgate, Role.BILLER)
                    .get("/v1/prescriptions/" + written)
                    .then()
                    .statusCode(200)
                    .body("sig", equalTo("Inject 40 mg under the skin every other week"));
        }
        as(northgate, Role.BILLER).get("/v1/prescriptions/RX999").then().statusCode(404);
    }

    @Test
    void an_order_without_a_diagnosis_or_a_quantity_does_not_fit_the_contract() {
        json(Role.INTAKE_COORDINATOR)
                .body(Ordered.order(vega, "\"icd10Codes\": null", "\"quantity\": 0", "\"daysSupply\": 366"))
                .post("/v1/prescriptions")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-body"))
                .body("errors.pointer", contains("/daysSupply", "/icd10Codes", "/quantity"));

        as(northgate, Role.BILLER).get("/v1/prescriptions").then().body("items", hasSize(0));
    }

    @Test
    void an_order_against_a_rule_is_refused_with_the_rule() {
        refused(422, "days-supply-contradicts-sig", "\"daysSupply\": 60");
        refused(422, "prescription-written-in-future", "\"writtenOn\": \"%s\"".formatted(YESTERDAY.plusDays(5)));
        refused(422, "prescription-drug-not-found", "\"drug\": \"99999-9999-99\"");
        refused(422, "prescription-patient-not-found", "\"patient\": \"P9999\"");

        as(northgate, Role.BILLER).get("/v1/prescriptions").then().body("items", hasSize(0));
    }

    @Test
    void a_drug_of_schedule_two_has_no_refills() {
        var southbank = Pharmacies.another();
        var patient = patientNamed(southbank, "Marisol", "Vega");
        Ordered.stock(southbank, "II");

        as(southbank, Role.INTAKE_COORDINATOR)
                .contentType("application/json")
                .body(Ordered.order(patient, "\"refillsAuthorised\": 1"))
                .post("/v1/prescriptions")
                .then()
                .statusCode(422)
                .body("code", equalTo("too-many-refills"))
                .body("title", equalTo("A drug of schedule II may have 0 refills at most."));
    }

    @Test
    void a_pharmacist_activates_what_a_technician_may_only_enter_and_hold() {
        var draft = Ordered.draft(northgate, vega);

        as(northgate, Role.FULFILMENT_TECHNICIAN)
                .header("If-Match", "\"1\"")
                .post("/v1/prescriptions/{id}/activation", draft)
                .then()
                .statusCode(403);
        as(northgate, Role.CLINICAL_PHARMACIST)
                .header("If-Match", "\"1\"")
                .post("/v1/prescriptions/{id}/activation", draft)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("state", equalTo("active"));
        json(Role.FULFILMENT_TECHNICIAN)
                .body("{\"reason\": \"hospitalised\", \"note\": \"at Mercy\"}")
                .post("/v1/prescriptions/{id}/hold", draft)
                .then()
                .statusCode(200)
                .body("state", equalTo("on-hold"));
        as(northgate, Role.CLINICAL_PHARMACIST)
                .delete("/v1/prescriptions/{id}/hold", draft)
                .then()
                .statusCode(204);
        as(northgate, Role.CLINICAL_PHARMACIST)
                .delete("/v1/prescriptions/{id}/hold", draft)
                .then()
                .statusCode(409)
                .body("code", equalTo("prescription-move-not-allowed"));

        as(northgate, Role.BILLER)
                .get("/v1/prescriptions/{id}/changes", draft)
                .then()
                .statusCode(200)
                .body("items.kind", contains("entered", "activated", "held", "released"))
                .body("items[2].reason", equalTo("hospitalised"))
                .body("items[2].note", equalTo("at Mercy"))
                .body("items[2].fromState", equalTo("active"))
                .body("items[2].toState", equalTo("on-hold"))
                .body("items[0].after.sig", notNullValue());
    }

    @Test
    void an_active_prescription_is_amended_by_a_pharmacist_who_says_why() {
        var active = Ordered.active(northgate, vega);
        var why = "\"amendment\": {\"reason\": \"prescriber-clarified\", \"authorisedBy\": \"Dr. Anand\"}";

        amend(Role.FULFILMENT_TECHNICIAN, active, "{\"note\": \"x\", " + why + "}", 403, "amendment-needs-pharmacist");
        amend(Role.CLINICAL_PHARMACIST, active, "{\"note\": \"x\"}", 422, "amendment-unexplained");
        amend(Role.CLINICAL_PHARMACIST, active, "{\"quantity\": 4, " + why + "}", 409, "prescription-field-fixed");
        as(northgate, Role.BILLER)
                .get("/v1/prescriptions/{id}", active)
                .then()
                .header("ETag", equalTo("\"2\""))
                .body("note", nullValue());

        patch(Role.CLINICAL_PHARMACIST)
                .body("{\"note\": \"Mornings\", \"refillsAuthorised\": 5, " + why + "}")
                .patch("/v1/prescriptions/{id}", active)
                .then()
                .statusCode(200)
                .body("note", equalTo("Mornings"))
                .body("fillsRemaining", equalTo(6))
                .body("state", equalTo("active"));
    }

    @Test
    void a_list_is_narrowed_to_a_patient_and_a_state() {
        var other = patientNamed(northgate, "Luis", "Vega");
        var draft = Ordered.draft(northgate, vega);
        var active = Ordered.active(northgate, vega);
        Ordered.draft(northgate, other);

        list("patient=P1001").body("items.id", contains(draft, active));
        list("patient=" + vega + "&state=active").body("items.id", contains(active));
        list("state=draft").body("items", hasSize(2));
        list("patient=P1001&limit=1&sort=newest")
                .body("items.id", contains(active))
                .body("nextCursor", notNullValue());
        as(northgate, Role.BILLER)
                .get("/v1/prescriptions?state=ACTIVE")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-parameter"));
        as(northgate, Role.BILLER).get("/v1/prescriptions?patient=P9999").then().statusCode(404);
    }

    @Test
    void a_transferred_prescription_names_the_pharmacy_that_has_it() {
        var active = Ordered.active(northgate, vega);
        var transfer = "{\"pharmacy\": \"1234567\", \"name\": \"Southbank Pharmacy\"}";

        json(Role.DISPENSING_PHARMACIST)
                .body(transfer)
                .post("/v1/prescriptions/{id}/transfer", active)
                .then()
                .statusCode(200)
                .body("state", equalTo("transferred-out"))
                .body("transferredTo.pharmacy", equalTo("1234567"))
                .body("transferredTo.name", equalTo("Southbank Pharmacy"));
        json(Role.DISPENSING_PHARMACIST)
                .body(transfer)
                .post("/v1/prescriptions/{id}/transfer", active)
                .then()
                .statusCode(409);
    }

    @Test
    void an_approved_renewal_is_a_draft_that_points_back() {
        var active = Ordered.active(northgate, vega);
        json(Role.INTAKE_COORDINATOR)
                .body("{\"requestedBy\": \"patient\", \"note\": \"called\"}")
                .post("/v1/prescriptions/{id}/renewal-requests", active)
                .then()
                .statusCode(201)
                .body("state", equalTo("open"));
        json(Role.INTAKE_COORDINATOR)
                .body("{\"requestedBy\": \"caregiver\"}")
                .post("/v1/prescriptions/{id}/renewal-requests", active)
                .then()
                .statusCode(409)
                .body("code", equalTo("renewal-request-open"));

        String renewal = json(Role.INTAKE_COORDINATOR)
                .body("{\"outcome\": \"approved\", \"writtenOn\": \"%s\"}".formatted(YESTERDAY))
                .post("/v1/prescriptions/{id}/renewal-requests/answer", active)
                .then()
                .statusCode(200)
                .body("state", equalTo("approved"))
                .extract()
                .path("answer.renewedAs");

        as(northgate, Role.BILLER)
                .get("/v1/prescriptions/{id}", renewal)
                .then()
                .body("state", equalTo("draft"))
                .body("renews", equalTo(active));
    }

    @Test
    void of_an_erased_patient_a_prescription_is_gone_and_its_facts_stay_in_the_list() {
        var active = Ordered.active(northgate, vega);
        as(northgate, Role.PRIVACY_OFFICER)
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body("{\"reason\": \"patient-request\"}")
                .post("/v1/patients/{id}/erasure", vega)
                .then()
                .statusCode(204);

        as(northgate, Role.BILLER).get("/v1/prescriptions/{id}", active).then().statusCode(410);
        refused(410, "patient-erased");
        list("state=active").body("items.id", contains(active)).body("items[0].sig", nullValue());
    }

    private ValidatableResponse list(String query) {
        return as(northgate, Role.BILLER)
                .get("/v1/prescriptions?" + query)
                .then()
                .statusCode(200);
    }

    private void refused(int status, String code, String... members) {
        json(Role.INTAKE_COORDINATOR)
                .body(Ordered.order(vega, members))
                .post("/v1/prescriptions")
                .then()
                .statusCode(status)
                .body("code", equalTo(code));
    }

    private void amend(Role role, String prescription, String patch, int status, String code) {
        patch(role)
                .body(patch)
                .patch("/v1/prescriptions/{id}", prescription)
                .then()
                .statusCode(status)
                .body("code", equalTo(code));
    }

    private RequestSpecification patch(Role role) {
        return as(northgate, role).contentType("application/merge-patch+json").header("If-Match", "\"2\"");
    }

    private RequestSpecification json(Role role) {
        return as(northgate, role).contentType("application/json");
    }
}
