package dev.firstfill.api.prescribers;

import static dev.firstfill.api.testing.Requests.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.Pharmacies;
import dev.firstfill.api.testing.RealStack;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PrescriberResourceTest {
    private static final String OKOYE = """
            {
              "npi": "1987003211",
              "dea": "BO4827133",
              "name": {"given": "Adaeze", "family": "Okoye", "credentials": "MD"},
              "specialities": [{"name": "Rheumatology", "taxonomyCode": "207RR0500X"}],
              "offices": [{
                "name": "Hudson Rheumatology",
                "address": {"line1": "210 East 31st Street", "city": "New York", "state": "NY", "zip": "10016"},
                "phones": [{"use": "main", "number": "(212) 555-0111"}]
              }]
            }
            """;

    @Test
    void a_prescriber_is_found_by_npi_name_and_office_phone() {
        var pharmacy = Pharmacies.another();
        var id = entered(pharmacy);

        as(pharmacy, Role.BILLER)
                .get("/v1/prescribers/1987003211")
                .then()
                .statusCode(200)
                .body("id", equalTo(id));
        for (var search :
                new String[] {"{\"npi\": \"1987003211\"}", "{\"family\": \"OKO\"}", "{\"phone\": \"212.555.0111\"}"}) {
            as(pharmacy, Role.BILLER)
                    .contentType("application/json")
                    .body(search)
                    .post("/v1/prescribers/search")
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(id));
        }
    }

    @Test
    void an_npi_is_entered_once_and_each_pharmacy_has_its_own() {
        var one = Pharmacies.another();
        var other = Pharmacies.another();
        entered(one);

        as(one, Role.PA_SPECIALIST)
                .contentType("application/json")
                .body(OKOYE)
                .post("/v1/prescribers")
                .then()
                .statusCode(409)
                .body("code", equalTo("prescriber-npi-taken"));
        entered(other);

        as(one, Role.BILLER).get("/v1/prescribers").then().body("items.npi", contains("1987003211"));
    }

    @Test
    void a_wrong_check_digit_is_named_and_nothing_is_entered() {
        var pharmacy = Pharmacies.another();

        as(pharmacy, Role.PA_SPECIALIST)
                .contentType("application/json")
                .body(OKOYE.replace("1987003211", "1987003212").replace("BO4827133", "BO4827134"))
                .post("/v1/prescribers")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/npi", "/dea"))
                .body("errors.code", contains("npi-checksum", "dea-checksum"));

        as(pharmacy, Role.BILLER).get("/v1/prescribers").then().body("items.size()", equalTo(0));
    }

    private static String entered(Tenant pharmacy) {
        return as(pharmacy, Role.PA_SPECIALIST)
                .contentType("application/json")
                .body(OKOYE)
                .post("/v1/prescribers")
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .extract()
                .path("id");
    }
}
