package dev.firstfill.api.dispensing;

import static dev.firstfill.api.testing.TestPayer.memberWhom;
import static java.time.temporal.TemporalAdjusters.next;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.api.testing.BilledFills;
import dev.firstfill.api.testing.Ordered;
import dev.firstfill.api.testing.Pharmacies;
import dev.firstfill.api.testing.Tables;
import dev.firstfill.api.testing.Tokens;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A pharmacy that is open: Marisol Vega is its patient, Dr. Anand prescribes, and two lots of pens lie in the
 * refrigerator, of which HX4471A expires first.
 */
final class Day {
    static final String NDC = "0074-0554-02";
    static final String FULL = "{\"prescription\": \"%s\", \"part\": \"full\"}";
    static final String FIRST_TO_EXPIRE = "{}";
    static final String TRACKING = "{\"trackingNumber\": \"1Z999AA10123456784\"}";

    /** So that a box arrives on a Tuesday, whichever day it is. */
    private static final LocalDate MONDAY =
            LocalDate.now(Pharmacies.northgate().timeZone()).with(next(DayOfWeek.MONDAY));

    private static final String ANSWERS = """
            {"pain": 5, "morning-stiffness": "none", "swollen-joints": false, "daily-tasks": "easy",
             "infection": false, "pregnancy-planned": "no", "missed-doses": 2, "main-barrier": "cost"}
            """;

    final Tenant pharmacy = Pharmacies.another();

    /** Of the patient's card, by which the payer knows her. */
    final String member = memberWhom("");

    final String patient;

    /** @param first pens of the lot that expires first, with the other lot ten */
    Day(int first) {
        patient = id(post(Colleague.INES, "/v1/patients", """
                {"name": {"given": "Marisol", "family": "Vega"}, "birthDate": "1961-04-12", "sex": "female",
                 "addresses": [{"use": "home", "line1": "12 Elm Street", "city": "Troy", "state": "NY",
                                "zip": "12180"}],
                 "coverages": [{"order": "primary", "benefit": "pharmacy", "payer": "Aetna", "memberId": "%s",
                                "bin": "610502", "pcn": "MEDDAET", "group": "RX1234"}]}
                """.formatted(member)));
        id(post(Colleague.ANA, "/v1/prescribers", """
                {"npi": "1234567893", "name": {"given": "Priya", "family": "Anand"},
                 "licences": [{"state": "NY", "number": "036.123456", "expiresOn": "2099-07-31"}]}
                """));
        id(post(Colleague.ANA, "/v1/drugs", """
                {"ndc": "0074-0554-02", "name": "Adalimumab Pen", "strength": "40 mg/0.4 mL", "dosageForm": "pen",
                 "manufacturer": "Helix Therapeutics", "packageSize": {"quantity": 2, "unit": "pen"},
                 "storage": "refrigerated", "requiresRems": false, "limitedDistribution": false, "schedule": "none"}
                """));
        id(post(Colleague.THEO, "/v1/stock-locations", """
                {"name": "Refrigerator 2", "storage": "refrigerated", "active": true}
                """));
        post(Colleague.THEO, "/v1/stock-receipts", """
                {"lines": [{"drug": "0074-0554-02", "lotNumber": "HX4471A", "expiresOn": "2061-06", "quantity": %d,
                            "ownership": "owned", "location": "Refrigerator 2"},
                           {"drug": "0074-0554-02", "lotNumber": "HX5520C", "expiresOn": "2062-06", "quantity": 10,
                            "ownership": "owned", "location": "Refrigerator 2"}]}
                """.formatted(first)).then().statusCode(201);
    }

    RequestSpecification as(Colleague who) {
        return RestAssured.given().auth().oauth2(Tokens.of(pharmacy, who.role, claims -> claims.put(
                        "sub", who.subject())
                .put("preferred_username", who.name())));
    }

    Response post(Colleague who, String path, String body) {
        return as(who).contentType("application/json").body(body).post(path);
    }

    /** For what is said by the path alone. */
    Response post(Colleague who, String path) {
        return as(who).post(path);
    }

    ValidatableResponse get(Colleague who, String path) {
        return as(who).get(path).then().statusCode(200);
    }

    /** Two pens for 28 days. @return the id of a new prescription that is active */
    String prescription(int refills) {
        return Ordered.active(pharmacy, patient, "\"refillsAuthorised\": " + refills);
    }

    /** @return the path of the dispense */
    String queued(String prescription) {
        return location(post(Colleague.THEO, "/v1/dispenses", FULL.formatted(prescription)));
    }

    /** Paid in cash, so that no payer is asked. @return the path of a dispense that no gate stops once it is filled */
    String cleared(String prescription) {
        var dispense = queued(prescription);
        post(Colleague.WES, dispense + "/claim-exemption", "{\"reason\": \"cash\"}")
                .then()
                .statusCode(200);
        post(Colleague.THEO, dispense + "/shipping-plan", shippingPlan()).then().statusCode(200);
        return dispense;
    }

    /** As {@link #cleared}, with stock that Theo set aside. */
    String filled(String prescription) {
        var dispense = cleared(prescription);
        post(Colleague.THEO, dispense + "/fill", FIRST_TO_EXPIRE).then().statusCode(200);
        return dispense;
    }

    String shipped(String prescription) {
        var dispense = filled(prescription);
        post(Colleague.ANA, dispense + "/verification").then().statusCode(200);
        post(Colleague.THEO, dispense + "/packing").then().statusCode(200);
        post(Colleague.THEO, dispense + "/shipment", TRACKING).then().statusCode(200);
        return dispense;
    }

    String shippingPlan() {
        return """
                {"address": {"use": "home", "line1": "12 Elm Street", "city": "Troy", "state": "NY", "zip": "12180"},
                 "carrier": "UPS", "service": "Next Day Air", "shipOn": "%s", "arrivesOn": "%s",
                 "saturdayDelivery": false, "signature": "consented",
                 "coldPack": {"packOut": "PO-48-WINTER", "holdHours": 48, "season": "winter"}}
                """.formatted(MONDAY, MONDAY.plusDays(1));
    }

    /** @return the path of a draft with all answers that the template asks for */
    String assessment() {
        return location(post(Colleague.THEO, "/v1/assessments", """
                {"patient": "%s", "template": "ra", "assessedOn": "%s", "answers": %s}
                """.formatted(patient, Ordered.YESTERDAY, ANSWERS)));
    }

    void assessed() {
        as(Colleague.NORA)
                .header("If-Match", "\"1\"")
                .post(assessment() + "/signature")
                .then()
                .statusCode(200);
    }

    /** Waits until the payer has said so. @param state as the table has it */
    void until(String claim, String state) {
        BilledFills.until(pharmacy, claim, "state = '%s'".formatted(state));
    }

    /**
     * Every lot as {@code HX4471A available 3/2}, on hand and reserved of it, those that expire first first; each with a
     * book whose lines come to that.
     */
    List<String> shelf() {
        List<String> lots =
                get(Colleague.ANA, "/v1/stock-lots?show=all").extract().path("items.id");
        return lots.stream()
                .map(lot -> {
                    var on = get(Colleague.ANA, "/v1/stock-lots/" + lot)
                            .extract()
                            .jsonPath();
                    var book = get(Colleague.ANA, "/v1/stock-lots/" + lot + "/movements?limit=200")
                            .extract()
                            .jsonPath();
                    assertThat(sum(book.getList("items.onHandChange"))).isEqualByComparingTo(on.getString("onHand"));
                    assertThat(sum(book.getList("items.reservedChange")))
                            .isEqualByComparingTo(on.getString("reserved"));
                    return "%s %s %s/%s"
                            .formatted(
                                    on.getString("lotNumber"),
                                    on.getString("status"),
                                    on.getString("onHand"),
                                    on.getString("reserved"));
                })
                .sorted()
                .toList();
    }

    private static BigDecimal sum(List<?> changes) {
        return changes.stream()
                .map(change -> new BigDecimal(change.toString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** All that a refused request could have changed, as the tables have it. */
    String everything() {
        return List.of(
                        "select id, version, state, fills_taken from pharmacy.prescription order by id",
                        "select id, version, state, record::text from pharmacy.dispense order by id",
                        "select dispense_id, kind from pharmacy.dispense_event order by id",
                        "select dispense_id, lot_number, quantity from pharmacy.dispense_lot order by 1, 2",
                        "select id, state from pharmacy.claim order by id",
                        "select id, status, on_hand, reserved from pharmacy.stock_lot order by id",
                        "select count(*) from pharmacy.stock_movement")
                .stream()
                .map(query -> Tables.of(pharmacy).rows(query).toString())
                .collect(Collectors.joining("\n"));
    }

    static String id(Response created) {
        return created.then().statusCode(201).extract().path("id");
    }

    static String location(Response created) {
        return created.then().statusCode(201).extract().header("Location");
    }

    static String idOf(String path) {
        return path.replaceFirst(".*/", "");
    }
}
