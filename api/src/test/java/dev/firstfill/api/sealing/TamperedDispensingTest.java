package dev.firstfill.api.sealing;

import static dev.firstfill.api.testing.Requests.as;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firstfill.api.contract.ContractDocument;
import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.BilledFills;
import dev.firstfill.api.testing.Pharmacies;
import dev.firstfill.api.testing.RealStack;
import dev.firstfill.api.testing.Tables;
import dev.firstfill.api.testing.TestPayer;
import dev.firstfill.api.testing.Workbench;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What was sealed of a dispense, its claim, its stock and its recall is shown to nobody once somebody has moved it. */
@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class TamperedDispensingTest {
    private Tenant pharmacy;

    @BeforeEach
    void open() {
        pharmacy = Pharmacies.another();
    }

    @Test
    void a_dispenses_record_is_bound_to_its_dispense() {
        var ours = Workbench.of(pharmacy).queued();
        var other = Workbench.of(pharmacy).queued();

        move("dispense.record", other, ours);

        assertBroken("/v1/dispenses/" + ours);
    }

    @Test
    void a_claims_card_is_bound_to_its_claim() {
        var ours = BilledFills.billed(pharmacy, TestPayer.memberWhom(""));
        var other = BilledFills.billed(pharmacy, TestPayer.memberWhom(""));

        move("claim.record", other, ours);

        assertBroken("/v1/claims/" + ours);
    }

    @Test
    void what_was_said_about_a_recall_is_bound_to_its_try() {
        var recalled = Workbench.of(pharmacy).recalled();
        var first = told(recalled, "not-reached");
        var last = told(recalled, "not-reached");

        move("recall_contact.record", first, last);

        assertBroken("/v1/recalls/" + recalled.recall() + "/affected-dispenses");
    }

    @Test
    void a_recalls_reason_is_bound_to_its_recall() {
        var ours = Workbench.of(pharmacy).recalled().recall();
        var other = Workbench.of(pharmacy).recalled().recall();

        move("stock_paper.words", other, ours);

        assertBroken("/v1/recalls/" + ours);
    }

    @Test
    void a_movements_reason_is_bound_to_its_movement() {
        var lot = wasted();
        var other = wasted();

        Tables.of(pharmacy).run("""
                update pharmacy.stock_movement
                set reason = (select reason from pharmacy.stock_movement where lot_id = ? and reason is not null)
                where lot_id = ? and reason is not null
                """, UUID.fromString(other), UUID.fromString(lot));

        assertBroken("/v1/stock-lots/" + lot + "/movements");
    }

    @Test
    void a_proposals_reason_is_bound_to_its_lot() {
        var ours = adjusted();
        var other = adjusted();

        move("stock_lot.proposal_reason", other, ours);

        assertBroken("/v1/stock-lots/" + ours);
    }

    @Test
    void an_excursions_note_is_bound_to_its_excursion() {
        Workbench.of(pharmacy).prescription();
        var ours = excursion();
        Workbench.of(pharmacy).prescription();
        var other = excursion();

        move("stock_paper.words", other, ours);

        assertBroken("/v1/excursions/" + ours);
    }

    private String adjusted() {
        var lot = received();
        as(pharmacy, Role.FULFILMENT_TECHNICIAN)
                .contentType("application/json")
                .body(example("adjustStockLot").toString())
                .post("/v1/stock-lots/{lot}/adjustment", lot)
                .then()
                .statusCode(200);
        return lot;
    }

    private String excursion() {
        return as(pharmacy, Role.FULFILMENT_TECHNICIAN)
                .contentType("application/json")
                .body(example("createExcursion")
                        .put("location", "Refrigerator 1")
                        .toString())
                .post("/v1/excursions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ObjectNode example(String operation) {
        return ContractDocument.operation(operation).bodyExample();
    }

    private String told(Workbench.Recalled recalled, String outcome) {
        return as(pharmacy, Role.PHARMACY_MANAGER)
                .contentType("application/json")
                .body("""
                        {"patient": "%s", "party": "patient", "channel": "phone", "outcome": "%s",
                         "product": "unknown", "note": "Nobody answers"}
                        """.formatted(recalled.patient(), outcome))
                .post("/v1/recalls/{recall}/contacts", recalled.recall())
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    private String received() {
        Workbench.of(pharmacy).prescription();
        return as(pharmacy, Role.FULFILMENT_TECHNICIAN)
                .queryParam("sort", "newest")
                .get("/v1/stock-lots")
                .path("items[0].id");
    }

    private String wasted() {
        var lot = received();
        as(pharmacy, Role.FULFILMENT_TECHNICIAN)
                .contentType("application/json")
                .body("{\"quantity\": 1, \"reasonCode\": \"damaged\", \"reason\": \"It fell\"}")
                .post("/v1/stock-lots/{lot}/waste", lot)
                .then()
                .statusCode(200);
        return lot;
    }

    private void move(String column, String from, String to) {
        var place = column.split("\\.");
        Tables.of(pharmacy)
                .run(
                        "update pharmacy.%1$s set %2$s = (select %2$s from pharmacy.%1$s where id = ?) where id = ?"
                                .formatted(place[0], place[1]),
                        UUID.fromString(from),
                        UUID.fromString(to));
    }

    private void assertBroken(String path) {
        as(pharmacy, Role.PHARMACY_MANAGER)
                .get(path)
                .then()
                .statusCode(500)
                .body("code", equalTo("sealed-value-broken"));
    }
}
