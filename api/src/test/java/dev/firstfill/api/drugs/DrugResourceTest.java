package dev.firstfill.api.drugs;

import static dev.firstfill.api.testing.Requests.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.Pharmacies;
import dev.firstfill.api.testing.RealStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DrugResourceTest {
    private static final String RHEUMAVANCE = """
            {
              "ndc": "0002-1433-80",
              "name": "Rheumavance",
              "strength": "40 mg/0.8 mL",
              "dosageForm": "pen",
              "manufacturer": "Helix Therapeutics",
              "packageSize": {"quantity": 2, "unit": "pen"},
              "storage": "refrigerated",
              "requiresRems": false,
              "limitedDistribution": true,
              "schedule": "none"
            }
            """;

    @Test
    void a_drug_is_kept_in_canonical_form_with_the_form_entered_and_found_by_either() {
        var pharmacy = Pharmacies.another();

        as(pharmacy, Role.DISPENSING_PHARMACIST)
                .contentType("application/json")
                .body(RHEUMAVANCE)
                .post("/v1/drugs")
                .then()
                .statusCode(201)
                .body("ndc", equalTo("00002-1433-80"))
                .body("ndcAsEntered", equalTo("0002-1433-80"))
                .body("storage", equalTo("refrigerated"));

        for (var written : new String[] {"0002-1433-80", "00002-1433-80", "00002143380"}) {
            as(pharmacy, Role.BILLER)
                    .get("/v1/drugs/" + written)
                    .then()
                    .statusCode(200)
                    .body("name", equalTo("Rheumavance"));
        }
        as(pharmacy, Role.BILLER)
                .contentType("application/json")
                .body("{\"name\": \"rheu\"}")
                .post("/v1/drugs/search")
                .then()
                .body("items.ndc", contains("00002-1433-80"));
    }

    @Test
    void one_package_is_entered_once_however_its_ndc_is_written() {
        var pharmacy = Pharmacies.another();
        as(pharmacy, Role.DISPENSING_PHARMACIST)
                .contentType("application/json")
                .body(RHEUMAVANCE)
                .post("/v1/drugs")
                .then()
                .statusCode(201);

        as(pharmacy, Role.DISPENSING_PHARMACIST)
                .contentType("application/json")
                .body(RHEUMAVANCE.replace("0002-1433-80", "00002143380"))
                .post("/v1/drugs")
                .then()
                .statusCode(409)
                .body("code", equalTo("drug-ndc-taken"));

        as(pharmacy, Role.BILLER).get("/v1/drugs").then().body("items.size()", equalTo(1));
    }

    @Test
    void an_ambiguous_ndc_is_refused_and_says_why() {
        as(Pharmacies.another(), Role.DISPENSING_PHARMACIST)
                .contentType("application/json")
                .body(RHEUMAVANCE.replace("0002-1433-80", "0002143380"))
                .post("/v1/drugs")
                .then()
                .statusCode(400)
                .body("errors.code", contains("ndc-ambiguous"));
    }

    @Test
    void a_rems_drug_names_its_programme() {
        as(Pharmacies.another(), Role.DISPENSING_PHARMACIST)
                .contentType("application/json")
                .body(RHEUMAVANCE.replace("\"requiresRems\": false", "\"requiresRems\": true"))
                .post("/v1/drugs")
                .then()
                .statusCode(400)
                .body("errors.code", hasItem("rule"));
    }
}
