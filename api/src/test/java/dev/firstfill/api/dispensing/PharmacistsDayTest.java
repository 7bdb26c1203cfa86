package dev.firstfill.api.dispensing;

import static dev.firstfill.api.dispensing.Colleague.ANA;
import static dev.firstfill.api.dispensing.Colleague.CLARA;
import static dev.firstfill.api.dispensing.Colleague.MAYA;
import static dev.firstfill.api.dispensing.Colleague.NORA;
import static dev.firstfill.api.dispensing.Colleague.THEO;
import static dev.firstfill.api.dispensing.Colleague.WES;
import static dev.firstfill.api.dispensing.Day.FIRST_TO_EXPIRE;
import static dev.firstfill.api.dispensing.Day.FULL;
import static dev.firstfill.api.dispensing.Day.TRACKING;
import static dev.firstfill.api.dispensing.Day.id;
import static dev.firstfill.api.dispensing.Day.idOf;
import static dev.firstfill.api.dispensing.Day.location;
import static dev.firstfill.api.testing.Ordered.YESTERDAY;
import static dev.firstfill.api.testing.TestPayer.moved;
import static dev.firstfill.api.testing.TestPayer.willMeet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.firstfill.api.testing.RealStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * What a pharmacy does for one patient, from her prescription to a recall, as whoever works there asks the platform for
 * it. Two pens last her 28 days, and she may have four fills.
 */
@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PharmacistsDayTest {
    private static final String COPAY =
            "{\"method\": \"copay-card\", \"amount\": {\"amount\": \"50.00\", \"currency\": \"USD\"}}";

    private Day day;
    private String prescription;

    @Test
    void from_a_prescription_to_a_recall_every_pen_and_every_dollar_is_accounted_for() {
        day = new Day(3);
        prescription = day.prescription(3);
        fills("active", 0, 4);
        shelf("HX4471A available 3/0", "HX5520C available 10/0");

        var original = aFillIsQueued();
        itsClaimIsRejectedThenPaid(original);
        aNurseSignsTheAssessment(original);
        itIsFilledVerifiedShippedAndDelivered(original);

        var refill = aRefillIsFilledByAPharmacistAndVerifiedByAnother();

        var firstPart = theThirdFillIsSplit();
        var rest = itIsCompletedOnceThePatientToleratedIt(firstPart);

        theLastFillComesBackAndIsReversed();

        aRecallFindsWhoHasTheLot(refill, firstPart, rest);
    }

    private String aFillIsQueued() {
        var dispense = location(day.post(THEO, "/v1/dispenses", FULL.formatted(prescription)));

        day.get(THEO, dispense)
                .body("number", equalTo("D1001"))
                .body("state", equalTo("queued"))
                .body("part", equalTo("full"))
                .body("fillNumber", equalTo(0))
                .body("quantity", equalTo(2))
                .body("daysSupply", equalTo(28))
                .body("billedQuantity", equalTo(2))
                .body("lots", empty());
        fills("active", 1, 3);
        return dispense;
    }

    private void itsClaimIsRejectedThenPaid(String dispense) {
        willMeet(day.member, "rejects-76");

        var rejected = billed(dispense, "6922.08");
        day.until(rejected, "REJECTED");

        day.get(WES, "/v1/claims/" + rejected)
                .body("state", equalTo("rejected"))
                .body("dispense", equalTo(idOf(dispense)))
                .body("prescriptionNumber", equalTo("RX1001"))
                .body("fillNumber", equalTo(0))
                .body("quantity", equalTo(2))
                .body("daysSupply", equalTo(28))
                .body("dispensingStatus", equalTo("full"))
                .body("billed.amount", equalTo("6922.08"))
                .body("rejections.code", contains("76"))
                .body("paid", nullValue());
        day.get(ANA, dispense + "/gates")
                .body("items.find { it.gate == 'claim-settled' }.fact", equalTo("The payer rejected the claim: 76."))
                .body(
                        "items.find { it.gate == 'claim-settled' }.remedy",
                        equalTo("Bill within the limits, or ask to override."));

        var otherCodes = """
                {"daw": 1, "billed": {"amount": "6420.00", "currency": "USD"}}
                """;
        day.post(ANA, "/v1/claims/" + rejected + "/resubmission", otherCodes)
                .then()
                .statusCode(403)
                .body("code", equalTo("permission-missing"));
        day.get(WES, dispense + "/claims").body("items.id", contains(rejected));

        String paid = id(day.post(WES, "/v1/claims/" + rejected + "/resubmission", otherCodes));
        day.until(paid, "PAID");

        day.get(WES, dispense + "/claims")
                .body("items.id", contains(rejected, paid))
                .body("items.state", contains("rejected", "paid"))
                .body("items[1].daw", equalTo(1))
                .body("items[1].billed.amount", equalTo("6420.00"))
                .body("items[1].paid.amount", equalTo("6370.00"))
                .body("items[1].patientPay.amount", equalTo("50.00"));
        assertThat(moved(rejected)).isEmpty();
        assertThat(moved(paid)).containsExactly(new BigDecimal("6370.00"));
    }

    private void aNurseSignsTheAssessment(String dispense) {
        var assessment = day.assessment();

        day.as(THEO)
                .header("If-Match", "\"1\"")
                .post(assessment + "/signature")
                .then()
                .statusCode(403)
                .body("code", equalTo("permission-missing"));
        day.get(THEO, assessment).body("state", equalTo("draft"));
        stoppedBy(
                dispense,
                "copay-settled",
                "assessment-current",
                "cold-chain-planned",
                "address-confirmed",
                "signature-agreed");

        day.as(NORA)
                .header("If-Match", "\"1\"")
                .post(assessment + "/signature")
                .then()
                .statusCode(200)
                .body("state", equalTo("signed"))
                .body("signature.signedAs", equalTo("nurse"));
        stoppedBy(dispense, "copay-settled", "cold-chain-planned", "address-confirmed", "signature-agreed");
    }

    private void itIsFilledVerifiedShippedAndDelivered(String dispense) {
        day.post(WES, dispense + "/copay-settlement", COPAY)
                .then()
                .statusCode(200)
                .body("copaySettlement.method", equalTo("copay-card"));
        day.post(THEO, dispense + "/shipping-plan", day.shippingPlan())
                .then()
                .statusCode(200)
                .body("shippingPlan.coldPack.holdHours", equalTo(48));
        day.post(THEO, dispense + "/fill", FIRST_TO_EXPIRE)
                .then()
                .statusCode(200)
                .body("state", equalTo("filled"))
                .body("lots.lotNumber", contains("HX4471A"))
                .body("lots.quantity", contains(2))
                .body("lots.expiresOn", contains("2061-06-30"));
        shelf("HX4471A available 3/2", "HX5520C available 10/0");
        stoppedBy(dispense);

        day.post(THEO, dispense + "/verification").then().statusCode(403);
        day.post(ANA, dispense + "/verification").then().statusCode(200).body("state", equalTo("verified"));
        day.get(THEO, dispense + "/label")
                .body("number", equalTo("D1001"))
                .body("prescription", equalTo("RX1001"))
                .body("patient", equalTo("Marisol Vega"))
                .body("prescriber", equalTo("Priya Anand"))
                .body("directions", equalTo("Inject 40 mg under the skin every other week"))
                .body("refillsRemaining", equalTo(3))
                .body("discardAfter", equalTo("2061-06-30"))
                .body("shipTo.zip", equalTo("12180"));
        day.post(THEO, dispense + "/packing").then().statusCode(200).body("state", equalTo("packed"));
        shelf("HX4471A available 3/2", "HX5520C available 10/0");
        day.post(THEO, dispense + "/shipment", TRACKING)
                .then()
                .statusCode(200)
                .body("state", equalTo("shipped"))
                .body("shipment.carrier", equalTo("UPS"))
                .body("shipment.trackingNumber", equalTo("1Z999AA10123456784"))
                .body("shipment.temperature", equalTo("refrigerated"));
        shelf("HX4471A available 1/0", "HX5520C available 10/0");
        delivered(dispense);

        day.get(THEO, dispense + "/events")
                .body(
                        "items.kind",
                        contains(
                                "queued",
                                "claim-submitted",
                                "copay-settled",
                                "planned",
                                "filled",
                                "verified",
                                "packed",
                                "shipped",
                                "delivered"))
                .body("items.by.name", contains("THEO", "WES", "WES", "THEO", "THEO", "ANA", "THEO", "THEO", "THEO"));
    }

    private String aRefillIsFilledByAPharmacistAndVerifiedByAnother() {
        var dispense = paid(FULL.formatted(prescription), "6922.08", "6872.08");
        day.get(ANA, dispense).body("number", equalTo("D1002")).body("fillNumber", equalTo(1));
        fills("active", 2, 2);

        day.post(ANA, dispense + "/fill", FIRST_TO_EXPIRE)
                .then()
                .statusCode(200)
                .body("lots.lotNumber", contains("HX4471A", "HX5520C"))
                .body("lots.quantity", contains(1, 1));
        shelf("HX4471A available 1/1", "HX5520C available 10/1");

        day.post(ANA, dispense + "/verification").then().statusCode(409).body("code", equalTo("own-fill"));
        day.get(ANA, dispense).body("state", equalTo("filled"));
        day.post(CLARA, dispense + "/verification").then().statusCode(200);

        shipped(dispense);
        shelf("HX4471A available 0/0", "HX5520C available 9/0");
        delivered(dispense);
        return dispense;
    }

    private String theThirdFillIsSplit() {
        var dispense = paid("""
                {"prescription": "%s", "part": "partial", "quantity": 1}
                """.formatted(prescription), "3461.04", "3411.04");
        day.get(ANA, dispense)
                .body("fillNumber", equalTo(2))
                .body("part", equalTo("partial"))
                .body("quantity", equalTo(1))
                .body("daysSupply", equalTo(14))
                .body("billedQuantity", equalTo(1));
        day.get(WES, dispense + "/claims")
                .body("items[0].fillNumber", equalTo(2))
                .body("items[0].dispensingStatus", equalTo("partial"))
                .body("items[0].quantity", equalTo(1))
                .body("items[0].daysSupply", equalTo(14))
                .body("items[0].intendedQuantity", equalTo(2))
                .body("items[0].intendedDaysSupply", equalTo(28));
        fills("active", 3, 1);

        filledAndVerified(dispense);
        shipped(dispense);
        delivered(dispense);
        shelf("HX4471A available 0/0", "HX5520C available 8/0");
        return dispense;
    }

    private String itIsCompletedOnceThePatientToleratedIt(String firstPart) {
        day.post(THEO, "/v1/dispenses", FULL.formatted(prescription))
                .then()
                .statusCode(409)
                .body("code", equalTo("split-fill-open"));
        fills("active", 3, 1);
        var dispense = paid("""
                {"prescription": "%s", "part": "completion"}
                """.formatted(prescription), "3461.04", "3411.04");
        day.get(ANA, dispense)
                .body("fillNumber", equalTo(2))
                .body("part", equalTo("completion"))
                .body("completes", equalTo(idOf(firstPart)))
                .body("quantity", equalTo(1))
                .body("daysSupply", equalTo(14))
                .body("billedQuantity", equalTo(1));
        day.get(WES, dispense + "/claims").body("items[0].dispensingStatus", equalTo("completion"));
        fills("active", 3, 1);

        day.post(THEO, dispense + "/fill", FIRST_TO_EXPIRE).then().statusCode(200);
        stoppedBy(dispense, "split-fill-tolerated");
        day.post(NORA, firstPart + "/tolerance", """
                {"outcome": "tolerated", "calledOn": "%s"}
                """.formatted(YESTERDAY))
                .then()
                .statusCode(200)
                .body("tolerance", equalTo("tolerated"));

        day.post(ANA, dispense + "/verification").then().statusCode(200);
        shipped(dispense);
        delivered(dispense);
        shelf("HX4471A available 0/0", "HX5520C available 7/0");
        return dispense;
    }

    private void theLastFillComesBackAndIsReversed() {
        var dispense = paid(FULL.formatted(prescription), "6922.08", "6872.08");
        day.get(ANA, dispense).body("fillNumber", equalTo(3));
        fills("completed", 4, 0);
        filledAndVerified(dispense);
        shipped(dispense);
        shelf("HX4471A available 0/0", "HX5520C available 5/0");

        day.post(THEO, dispense + "/exception", "{\"reason\": \"nobody-there\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("exception"));
        day.post(THEO, dispense + "/return", "{\"intact\": true, \"note\": \"Seal unbroken\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("returned"));
        shelf("HX4471A available 0/0", "HX5520C available 5/0", "HX5520C quarantined 2/0");
        fills("completed", 4, 0);

        day.post(ANA, dispense + "/reversal", "{\"reason\": \"not-deliverable\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("reversed"));

        String claim = day.get(WES, dispense + "/claims").extract().path("items[0].id");
        day.until(claim, "REVERSED");
        assertThat(moved(claim)).containsExactly(new BigDecimal("6872.08"), new BigDecimal("-6872.08"));
        fills("active", 3, 1);
        day.get(THEO, dispense + "/events")
                .body(
                        "items.kind",
                        contains(
                                "queued",
                                "claim-submitted",
                                "copay-settled",
                                "planned",
                                "filled",
                                "verified",
                                "packed",
                                "shipped",
                                "exception",
                                "returned",
                                "reversed"))
                .body("items[9].note", equalTo("Seal unbroken"));
    }

    /** The box that came back was with nobody. */
    private void aRecallFindsWhoHasTheLot(String refill, String firstPart, String rest) {
        var recall = location(day.post(MAYA, "/v1/recalls", """
                {"drug": "0074-0554-02", "lotNumbers": ["HX5520C"], "recallClass": "II", "depth": "patient",
                 "reference": "D-0412-2026"}
                """));

        shelf("HX4471A available 0/0", "HX5520C recalled 2/0", "HX5520C recalled 5/0");
        day.get(NORA, recall + "/affected-dispenses")
                .body("items.dispense", contains(idOf(refill), idOf(firstPart), idOf(rest)))
                .body("items.number", contains("D1002", "D1003", "D1004"))
                .body("items.patientNumber", contains("P1001", "P1001", "P1001"))
                .body("items.lots.lotNumber", contains(contains("HX5520C"), contains("HX5520C"), contains("HX5520C")))
                .body("items.lots.quantity", contains(contains(1), contains(1), contains(1)))
                .body("items.lastToPatient", contains(nullValue(), nullValue(), nullValue()));

        day.post(NORA, recall + "/contacts", """
                {"patient": "P1001", "party": "patient", "channel": "phone", "outcome": "reached",
                 "product": "in-hand"}
                """).then().statusCode(200).body("by.name", equalTo("NORA"));
        day.get(NORA, recall + "/affected-dispenses")
                .body("items.lastToPatient.product", contains("in-hand", "in-hand", "in-hand"));

        var queued = day.queued(prescription);
        day.post(THEO, queued + "/fill", FIRST_TO_EXPIRE)
                .then()
                .statusCode(409)
                .body("code", equalTo("insufficient-stock"));
        day.get(THEO, queued)
                .body("fillNumber", equalTo(3))
                .body("state", equalTo("queued"))
                .body("lots", empty());
        shelf("HX4471A available 0/0", "HX5520C recalled 2/0", "HX5520C recalled 5/0");
    }

    /** Queued, billed and paid, with the patient's share settled and the way agreed. @return its path */
    private String paid(String wish, String billed, String paid) {
        var dispense = location(day.post(THEO, "/v1/dispenses", wish));
        var claim = billed(dispense, billed);
        day.until(claim, "PAID");
        day.get(WES, "/v1/claims/" + claim)
                .body("billed.amount", equalTo(billed))
                .body("paid.amount", equalTo(paid))
                .body("patientPay.amount", equalTo("50.00"));
        assertThat(moved(claim)).containsExactly(new BigDecimal(paid));
        day.post(WES, dispense + "/copay-settlement", COPAY).then().statusCode(200);
        day.post(THEO, dispense + "/shipping-plan", day.shippingPlan()).then().statusCode(200);
        return dispense;
    }

    private String billed(String dispense, String amount) {
        return id(day.post(WES, dispense + "/claims", """
                {"benefit": "pharmacy", "billed": {"amount": "%s", "currency": "USD"}}
                """.formatted(amount)));
    }

    private void filledAndVerified(String dispense) {
        day.post(THEO, dispense + "/fill", FIRST_TO_EXPIRE).then().statusCode(200);
        day.post(ANA, dispense + "/verification").then().statusCode(200);
    }

    private void shipped(String dispense) {
        day.post(THEO, dispense + "/packing").then().statusCode(200);
        day.post(THEO, dispense + "/shipment", TRACKING).then().statusCode(200);
    }

    private void delivered(String dispense) {
        day.post(THEO, dispense + "/delivery", "{\"deliveredAt\": \"%s\"}".formatted(Instant.now()))
                .then()
                .statusCode(200)
                .body("state", equalTo("delivered"));
    }

    private void stoppedBy(String dispense, String... gates) {
        day.get(ANA, dispense + "/gates").body("items.gate", gates.length == 0 ? empty() : contains(gates));
    }

    private void fills(String state, int taken, int remaining) {
        day.get(ANA, "/v1/prescriptions/" + prescription)
                .body("state", equalTo(state))
                .body("fillsTaken", equalTo(taken))
                .body("fillsRemaining", equalTo(remaining));
    }

    /** Each lot with how much of it is on hand and how much of that is reserved; the books agree. */
    private void shelf(String... lots) {
        assertThat(day.shelf()).containsExactly(lots);
    }
}
