package dev.firstfill.api.inventory;

import static dev.firstfill.api.testing.Requests.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.Pharmacies;
import dev.firstfill.api.testing.RealStack;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class InventoryTest {
    private static final String DRUG = """
            {"ndc": "0074-0554-02", "name": "Adalimumab Pen", "strength": "40 mg/0.4 mL", "dosageForm": "pen",
             "manufacturer": "Helix Therapeutics", "packageSize": {"quantity": 2, "unit": "pen"},
             "storage": "refrigerated", "requiresRems": false, "limitedDistribution": true, "schedule": "none"}
            """;

    private final Tenant southbank = Pharmacies.another();

    @BeforeEach
    void aDrugAndAPlace() {
        post(Role.PHARMACY_MANAGER, "/v1/drugs", DRUG).then().statusCode(201);
        post(Role.FULFILMENT_TECHNICIAN, "/v1/stock-locations", """
                {"name": "Refrigerator 2", "storage": "refrigerated", "active": true}
                """).then().statusCode(201);
    }

    @Test
    void what_is_scanned_is_on_the_shelf_and_proposed() {
        var lot = received("(01)00300740554024(17)311100(10)HX4471A(21)700012");

        as(southbank, Role.BILLER)
                .get("/v1/stock-lots?drug=00074-0554-02&location=Refrigerator 2&status=available")
                .then()
                .statusCode(200)
                .body("items.id", contains(lot))
                .body("items[0].expiresOn", equalTo("2031-11-30"))
                .body("items[0].onHand", equalTo(2))
                .body("items[0].serials", contains("700012"));
        post(Role.DISPENSING_PHARMACIST, "/v1/stock-proposals", """
                {"drug": "0074-0554-02", "quantity": 3}
                """)
                .then()
                .statusCode(200)
                .body("enough", equalTo(false))
                .body("missing", equalTo(1))
                .body("shares[0].lot", equalTo(lot));
        as(southbank, Role.BILLER)
                .get("/v1/stock-lots?status=sold")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-parameter"));
    }

    @Test
    void a_wrong_delivery_is_refused_with_its_places_and_leaves_nothing() {
        post(Role.FULFILMENT_TECHNICIAN, "/v1/stock-receipts", """
                {"lines": [{"barcode": "(01)00300740554023", "lotNumber": "A", "expiresOn": "2031-11",
                            "ownership": "owned", "location": "Refrigerator 2"},
                           {"drug": "0074-0554-02", "lotNumber": "B", "expiresOn": "2020-01",
                            "ownership": "bridge", "location": "Nowhere"}]}
                """)
                .then()
                .statusCode(422)
                .body("code", equalTo("stock-receipt-refused"))
                .body("errors.pointer", hasItem("/lines/0/barcode"))
                .body("errors.code", hasItem("expired-on-receipt"))
                .body("errors.code", hasItem("owner-missing"))
                .body("errors.code", hasItem("stock-location-unknown"));

        as(southbank, Role.BILLER).get("/v1/stock-lots?show=all").then().body("items", empty());
    }

    @Test
    void a_technician_reports_an_excursion_and_only_a_pharmacist_decides_on_it() {
        var lot = received("(01)00300740554024(17)311100(10)HX4471A");
        var excursion = post(Role.FULFILMENT_TECHNICIAN, "/v1/excursions", """
                {"location": "Refrigerator 2", "readings": [{"at": "2026-03-02T02:00:00Z", "celsius": 25},
                                                            {"at": "2026-03-02T03:00:00Z", "celsius": 25}]}
                """)
                .then()
                .statusCode(201)
                .body("meanKineticCelsius", equalTo(25.0f))
                .body("lots.lot", contains(lot))
                .extract()
                .header("Location");
        var release = "{\"decision\": \"release\", \"basis\": \"Stable for 14 days at 25 °C\"}";

        post(Role.FULFILMENT_TECHNICIAN, excursion + "/dispositions", release)
                .then()
                .statusCode(403);
        statusOf(lot, "quarantined");

        post(Role.CLINICAL_PHARMACIST, excursion + "/dispositions", release)
                .then()
                .statusCode(200)
                .body("open", equalTo(false));
        statusOf(lot, "available");
    }

    @Test
    void a_recall_blocks_what_is_there_and_what_comes_later() {
        var lot = received("(01)00300740554024(17)311100(10)HX4471A");

        post(Role.PHARMACY_MANAGER, "/v1/recalls", """
                {"drug": "0074-0554-02", "lotNumbers": ["hx4471a"], "recallClass": "I", "depth": "patient",
                 "reference": "D-0412-2026"}
                """).then().statusCode(201).body("lotNumbers", contains("HX4471A"));

        statusOf(lot, "recalled");
        statusOf(received("(01)00300740554024(17)311231(10)HX4471A"), "recalled");
        statusOf(received("(01)00300740554024(17)311231(10)HX9999B"), "available");
        as(southbank, Role.BILLER).get("/v1/recalls?show=open").then().body("items", hasSize(1));
    }

    @Test
    void a_counter_is_not_shown_what_the_book_says() {
        var lot = received("(01)00300740554024(17)311100(10)HX4471A");
        var count = post(Role.FULFILMENT_TECHNICIAN, "/v1/stock-counts", "{\"location\": \"Refrigerator 2\"}")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");

        var counted = post(
                Role.FULFILMENT_TECHNICIAN, count + "/tallies", "{\"lot\": \"%s\", \"quantity\": 1}".formatted(lot));

        counted.then().statusCode(200).body("lines[0].recount", equalTo(true));
        assertThat(counted.asString()).doesNotContain("variance", "expected", "quantity");
        post(Role.PHARMACY_MANAGER, count + "/recounts", "{\"lot\": \"%s\", \"quantity\": 1}".formatted(lot))
                .then()
                .statusCode(200)
                .body("state", equalTo("awaiting-signature"))
                .body("lines[0].variance", equalTo(-1));
        post(Role.CLINICAL_PHARMACIST, count + "/signature", "")
                .then()
                .statusCode(200)
                .body("state", equalTo("closed"));
        as(southbank, Role.BILLER)
                .get("/v1/stock-lots/" + lot + "/movements?limit=1&sort=newest")
                .then()
                .statusCode(200)
                .body("items[0].kind", equalTo("adjust"))
                .body("items[0].onHand", equalTo(1));
    }

    @Test
    void a_drug_of_which_too_little_is_free_is_low() {
        received("(01)00300740554024(17)311100(10)HX4471A");
        as(southbank, Role.PHARMACY_MANAGER)
                .contentType("application/json")
                .header(
                        "If-Match",
                        as(southbank, Role.BILLER)
                                .get("/v1/stock-levels/0074-0554-02")
                                .header("ETag"))
                .body("{\"reorderLevel\": 2.5}")
                .put("/v1/stock-levels/0074-0554-02")
                .then()
                .statusCode(200)
                .body("low", equalTo(true));

        as(southbank, Role.BILLER).get("/v1/stock-levels?show=low").then().body("items", hasSize(1));
        received("(01)00300740554024(17)311100(10)HX4471A");
        as(southbank, Role.BILLER).get("/v1/stock-levels?show=low").then().body("items", empty());
    }

    private String received(String barcode) {
        return post(Role.FULFILMENT_TECHNICIAN, "/v1/stock-receipts", """
                {"lines": [{"barcode": "%s", "ownership": "owned", "location": "Refrigerator 2"}]}
                """.formatted(barcode))
                .then()
                .statusCode(201)
                .extract()
                .path("items[0].id");
    }

    private void statusOf(String lot, String status) {
        as(southbank, Role.BILLER)
                .get("/v1/stock-lots/" + lot)
                .then()
                .statusCode(200)
                .body("status", equalTo(status));
    }

    private Response post(Role role, String path, String body) {
        var request = as(southbank, role);
        return body.isEmpty()
                ? request.post(path)
                : request.contentType("application/json").body(body).post(path);
    }
}
