package dev.firstfill.api.dispensing;

import static dev.firstfill.api.dispensing.Colleague.ANA;
import static dev.firstfill.api.dispensing.Colleague.MAYA;
import static dev.firstfill.api.dispensing.Colleague.NORA;
import static dev.firstfill.api.dispensing.Colleague.THEO;
import static dev.firstfill.api.dispensing.Colleague.WES;
import static dev.firstfill.api.dispensing.Day.FIRST_TO_EXPIRE;
import static dev.firstfill.api.dispensing.Day.FULL;
import static dev.firstfill.api.dispensing.Day.TRACKING;
import static dev.firstfill.api.dispensing.Day.id;
import static dev.firstfill.api.dispensing.Day.location;
import static dev.firstfill.api.testing.TestPayer.willMeet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.firstfill.api.testing.Ordered;
import dev.firstfill.api.testing.RealStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a dispense is refused leaves everything as it was, and says what to do. */
@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DispenseOverHttpTest {
    private static final String CLAIM = """
            {"benefit": "pharmacy", "billed": {"amount": "6922.08", "currency": "USD"}}
            """;

    private static @Nullable Day usual;

    private Day day;
    private String prescription;

    /** In a pharmacy with stock for all tests, and a patient whose assessment is current. */
    @BeforeEach
    void aPrescription() {
        if (usual == null) {
            usual = new Day(200);
            usual.assessed();
        }
        day = usual;
        prescription = day.prescription(3);
    }

    /** Where nobody was assessed, and what is done to the stock is done to nobody else's. */
    private void somewhereElse() {
        day = new Day(3);
        prescription = day.prescription(3);
    }

    @Test
    void a_dispense_that_closed_gates_stop_says_all_of_them_with_their_remedies() {
        somewhereElse();
        var dispense = day.queued(prescription);
        day.post(THEO, dispense + "/fill", FIRST_TO_EXPIRE).then().statusCode(200);

        refused(
                        () -> day.post(ANA, dispense + "/verification"),
                        409,
                        "dispense-gates-closed",
                        "The dispense may not go on yet: see gates for what is wrong, and what to do.")
                .body(
                        "gates.code",
                        contains(
                                "claim-settled",
                                "assessment-current",
                                "cold-chain-planned",
                                "address-confirmed",
                                "signature-agreed"))
                .body("gates[0].fact", equalTo("No claim was submitted for the fill."))
                .body("gates[0].remedy", equalTo("Submit the claim, or document why none is needed."))
                .body("gates[1].fact", equalTo("No signed clinical assessment of the patient is current today."))
                .body("gates[1].remedy", equalTo("Call the patient, and have the assessment signed."))
                .body("gates[2].fact", equalTo("The drug needs the cold chain, and no qualified pack-out was chosen."))
                .body("gates[2].remedy", equalTo("Choose a pack-out in the shipping plan."))
                .body("gates[3].fact", equalTo("Nobody has agreed with the patient where the box is to go."))
                .body("gates[3].remedy", equalTo("Call the patient, and record the shipping plan."))
                .body("gates[4].fact", equalTo("The patient was not asked whether somebody will sign for the box."))
                .body("gates[4].remedy", equalTo("Ask the patient, and record the answer in the shipping plan."));
    }

    @Test
    void gates_are_looked_at_once_more_when_the_box_is_handed_over() {
        somewhereElse();
        day.assessed();
        var dispense = day.filled(prescription);
        day.post(ANA, dispense + "/verification").then().statusCode(200);
        day.post(THEO, dispense + "/packing").then().statusCode(200);
        day.post(MAYA, "/v1/recalls", """
                {"drug": "0074-0554-02", "lotNumbers": ["HX4471A"], "recallClass": "I", "depth": "patient",
                 "reference": "D-0412-2026"}
                """).then().statusCode(201);

        refused(
                        () -> day.post(THEO, dispense + "/shipment", TRACKING),
                        409,
                        "dispense-gates-closed",
                        "The dispense may not go on yet: see gates for what is wrong, and what to do.")
                .body("gates.code", contains("lots-usable"))
                .body("gates[0].fact", equalTo("The lot is recalled."))
                .body("gates[0].remedy", equalTo("Release it and take another lot."));
    }

    @Test
    void other_lots_than_those_that_expire_first_take_a_reason() {
        var dispense = day.queued(prescription);
        String later = day.get(THEO, "/v1/stock-lots").extract().path("items.find { it.lotNumber == 'HX5520C' }.id");
        var lots = "\"lots\": [{\"lot\": \"%s\", \"quantity\": 2}]".formatted(later);

        refused(
                () -> day.post(THEO, dispense + "/fill", "{" + lots + "}"),
                422,
                "not-first-to-expire",
                "These lots are not those that expire first: take the proposed ones, or give a reason.");

        day.post(THEO, dispense + "/fill", "{" + lots + ", \"reason\": \"minimum-dating\"}")
                .then()
                .statusCode(200)
                .body("lots.lotNumber", contains("HX5520C"));
    }

    @Test
    void lots_that_do_not_come_to_what_is_dispensed_are_refused() {
        var dispense = day.queued(prescription);
        String later = day.get(THEO, "/v1/stock-lots").extract().path("items.find { it.lotNumber == 'HX5520C' }.id");

        refused(
                () -> day.post(THEO, dispense + "/fill", """
                        {"lots": [{"lot": "%s", "quantity": 1}], "reason": "not-at-hand"}
                        """.formatted(later)),
                422,
                "shares-do-not-match",
                "The lots must each be named once and come to the quantity wanted.");
    }

    @Test
    void a_second_fill_waits_until_the_first_has_left() {
        day.queued(prescription);

        refused(
                () -> day.post(THEO, "/v1/dispenses", FULL.formatted(prescription)),
                409,
                "fill-in-progress",
                "Another dispense of the prescription has not left the pharmacy: ship it or cancel it first.");
    }

    @Test
    void after_the_first_part_of_a_fill_comes_the_rest() {
        shippedFirstPart();

        refused(
                () -> day.post(THEO, "/v1/dispenses", FULL.formatted(prescription)),
                409,
                "split-fill-open",
                "The last fill was a partial one: complete it, or record that the patient has stopped.");
    }

    @Test
    void a_patient_who_stopped_gets_no_rest() {
        var firstPart = shippedFirstPart();
        day.post(NORA, firstPart + "/tolerance", "{\"outcome\": \"stopped\", \"calledOn\": \"2026-03-02\"}")
                .then()
                .statusCode(200);

        refused(
                () -> day.post(
                        THEO,
                        "/v1/dispenses",
                        "{\"prescription\": \"%s\", \"part\": \"completion\"}".formatted(prescription)),
                409,
                "nothing-to-complete",
                "Only the last fill, if it is a partial one that was shipped and has no completion, can be completed.");
    }

    @Test
    void the_first_part_of_a_fill_is_not_undone_under_the_rest() {
        var firstPart = shippedFirstPart();
        day.post(THEO, firstPart + "/exception", "{\"reason\": \"lost\"}")
                .then()
                .statusCode(200);
        location(day.post(
                THEO, "/v1/dispenses", "{\"prescription\": \"%s\", \"part\": \"completion\"}".formatted(prescription)));

        refused(
                () -> day.post(ANA, firstPart + "/reversal", "{\"reason\": \"lost-or-damaged\"}"),
                409,
                "completion-stands",
                "The fill was completed: undo its completion first.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "part": "full", "billedQuantity": 3                         | No more can be billed than is dispensed.
            "part": "partial", "quantity": 1, "billedQuantity": 3       | No more can be billed than was ordered.
            "part": "partial", "quantity": 1, "billedQuantity": 2       | To bill more than is dispensed, say by which day of the next 31 the rest follows.
            """)
    void no_more_is_billed_than_is_dispensed_or_follows_by_a_day(String wish, String rule) {
        refused(
                () -> day.post(THEO, "/v1/dispenses", "{\"prescription\": \"%s\", %s}".formatted(prescription, wish)),
                422,
                "billed-beyond-dispensed",
                rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "part": "full", "quantity": 1                               | A full fill holds what was ordered: ask for a partial one to dispense less.
            "part": "partial"                                           | Say how much of what was ordered a partial fill holds.
            "part": "partial", "quantity": 2                            | Say how much of what was ordered a partial fill holds.
            "part": "partial", "quantity": 1, "daysSupply": 28          | By the prescription, this quantity lasts 14 days, not 28.
            """)
    void quantity_and_days_are_those_of_the_prescription(String wish, String rule) {
        refused(
                () -> day.post(THEO, "/v1/dispenses", "{\"prescription\": \"%s\", %s}".formatted(prescription, wish)),
                422,
                "dispense-quantity-does-not-fit",
                rule);
    }

    @Test
    void what_the_law_or_the_payer_wants_nobody_overrides() {
        var dispense = day.queued(prescription);

        refused(
                () -> override(ANA, dispense, "claim-settled"),
                422,
                "gate-not-overridable",
                "Nobody in the pharmacy may override this gate: follow its remedy.");
        refused(
                () -> override(MAYA, dispense, "claim-settled"),
                422,
                "gate-not-overridable",
                "Nobody in the pharmacy may override this gate: follow its remedy.");
    }

    @Test
    void a_manager_does_not_decide_on_the_therapy_nor_a_pharmacist_on_money() {
        somewhereElse();
        var dispense = day.queued(prescription);

        refused(
                () -> override(MAYA, dispense, "assessment-current"),
                403,
                "override-not-yours",
                "This gate is overridden by a pharmacist.");
        refused(
                () -> override(ANA, dispense, "prior-authorisation"),
                403,
                "override-not-yours",
                "This gate is overridden by a manager.");

        override(ANA, dispense, "assessment-current")
                .then()
                .statusCode(200)
                .body("gateOverrides.gate", contains("assessment-current"))
                .body("gateOverrides[0].by.name", equalTo("ANA"));
        day.get(ANA, dispense + "/gates")
                .body("items.find { it.gate == 'assessment-current' }.overridden", equalTo(true));
    }

    @Test
    void too_little_stock_sets_nothing_aside() {
        var large = day.queued(Ordered.active(
                day.pharmacy, day.patient, "\"quantity\": 250", "\"dosing\": null", "\"daysSupply\": 365"));

        refused(
                () -> day.post(THEO, large + "/fill", FIRST_TO_EXPIRE),
                409,
                "insufficient-stock",
                "Less of this lot is free than was asked for: take less, or from another lot.");
    }

    @Test
    void nobody_takes_a_box_before_it_is_shipped() {
        var dispense = day.shipped(prescription);

        refused(
                () -> day.post(THEO, dispense + "/delivery", "{\"deliveredAt\": \"2026-03-02T15:04:05Z\"}"),
                422,
                "delivered-before-shipped",
                "The box was shipped after that instant.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            verification |                                       | verify it, it has to be filled
            rejection    | {"reason": "wrong-label"}             | reject it, it has to be filled
            packing      |                                       | pack it, it has to be verified
            shipment     | {"trackingNumber": "1Z999"}           | ship it, it has to be packed
            delivery     | {"deliveredAt": "2099-03-02T15:04:05Z"} | report it delivered, it has to be shipped or exception
            exception    | {"reason": "lost"}                    | report an exception of its delivery, it has to be shipped
            return       | {"intact": true}                      | take it back, it has to be shipped or delivered or exception
            reversal     | {"reason": "lost-or-damaged"}         | reverse it, it has to be exception or returned
            """)
    void what_is_queued_is_filled_before_anything_else(String move, String body, String rule) {
        var dispense = day.queued(prescription);

        refused(
                () -> body == null ? day.post(ANA, dispense + "/" + move) : day.post(ANA, dispense + "/" + move, body),
                409,
                "dispense-state-forbids",
                "The dispense is queued; to %s.".formatted(rule));
    }

    @Test
    void what_has_left_is_neither_cancelled_nor_billed_nor_changed() {
        var dispense = day.shipped(prescription);

        refused(
                () -> day.post(THEO, dispense + "/cancellation", "{\"reason\": \"patient-declined\"}"),
                409,
                "dispense-state-forbids",
                "The dispense is shipped; to cancel it, it has to be queued or filled or verified or packed.");
        refused(
                () -> day.post(WES, dispense + "/claims", CLAIM),
                409,
                "dispense-not-open",
                "The dispense has left the pharmacy, or was undone: nothing about it can be changed.");
        refused(
                () -> day.post(THEO, dispense + "/shipping-plan", day.shippingPlan()),
                409,
                "dispense-not-open",
                "The dispense has left the pharmacy, or was undone: nothing about it can be changed.");
    }

    @Test
    void what_nobody_is_to_pay_for_is_not_billed() {
        var dispense = day.cleared(prescription);

        refused(
                () -> day.post(WES, dispense + "/claims", CLAIM),
                409,
                "nothing-to-bill",
                "By its record, nothing of this dispense is to be billed.");
    }

    @Test
    void what_a_payer_rejected_is_not_billed_anew_once_its_dispense_is_undone() {
        var dispense = day.queued(prescription);
        willMeet(day.member, "rejects-76");
        var claim = id(day.post(WES, dispense + "/claims", CLAIM));
        day.until(claim, "REJECTED");
        day.post(THEO, dispense + "/cancellation", "{\"reason\": \"not-paid\"}")
                .then()
                .statusCode(200);

        refused(() -> day.post(WES, "/v1/claims/" + claim + "/resubmission", "{}"), 409, "claim-not-rejected", null);

        day.get(WES, dispense + "/claims").body("items.state", contains("abandoned"));
    }

    @Test
    void a_prescription_without_fills_is_not_dispensed_from() {
        var single = day.prescription(0);
        day.shipped(single);

        refused(() -> day.post(THEO, "/v1/dispenses", FULL.formatted(single)), 409, "no-fills-remaining", null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fill",
                "shipping-plan",
                "rejection",
                "gate-overrides",
                "shipment",
                "delivery",
                "exception",
                "return",
                "reversal",
                "cancellation",
                "claims",
                "claim-exemption",
                "copay-settlement",
                "rems-authorisation",
                "tolerance"
            })
    void a_property_that_the_contract_does_not_know_is_refused(String act) {
        var dispense = day.queued(prescription);

        var before = day.everything();
        day.as(act.startsWith("c") && !act.startsWith("cancel") ? WES : ANA)
                .contentType("application/json")
                .body("{\"colour\": \"blue\"}")
                .post(dispense + "/" + act)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-body"))
                .body("errors.pointer", hasItem("/colour"));
        assertThat(day.everything()).isEqualTo(before);
    }

    /** @return the path of the dispense */
    private String shippedFirstPart() {
        var dispense = location(day.post(THEO, "/v1/dispenses", """
                {"prescription": "%s", "part": "partial", "quantity": 1}
                """.formatted(prescription)));
        day.post(WES, dispense + "/claim-exemption", "{\"reason\": \"cash\"}")
                .then()
                .statusCode(200);
        day.post(THEO, dispense + "/shipping-plan", day.shippingPlan()).then().statusCode(200);
        day.post(THEO, dispense + "/fill", FIRST_TO_EXPIRE).then().statusCode(200);
        day.post(ANA, dispense + "/verification").then().statusCode(200);
        day.post(THEO, dispense + "/packing").then().statusCode(200);
        day.post(THEO, dispense + "/shipment", TRACKING).then().statusCode(200);
        return dispense;
    }

    private Response override(Colleague who, String dispense, String gate) {
        return day.post(who, dispense + "/gate-overrides", """
                {"gate": "%s", "reason": "patient-consulted"}
                """.formatted(gate));
    }

    /** With the whole problem, and nothing changed. @param title null when it is another context's */
    private ValidatableResponse refused(Supplier<Response> act, int status, String code, @Nullable String title) {
        var before = day.everything();

        var answer = act.get()
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + code))
                .body("status", equalTo(status))
                .body("code", equalTo(code))
                .body("detail", nullValue());

        assertThat(day.everything()).isEqualTo(before);
        return title == null ? answer : answer.body("title", equalTo(title));
    }
}
