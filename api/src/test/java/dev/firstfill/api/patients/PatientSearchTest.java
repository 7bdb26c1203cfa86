package dev.firstfill.api.patients;

import static dev.firstfill.api.testing.Requests.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.Pharmacies;
import dev.firstfill.api.testing.RealStack;
import dev.firstfill.api.testing.Tables;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PatientSearchTest {
    private static Tenant pharmacy;
    private static String nunez;
    private static String nugent;
    private static String sandoval;

    @BeforeEach
    void threePatients() {
        if (pharmacy != null) {
            return;
        }
        pharmacy = Pharmacies.another();
        nunez = registered("José", "Núñez", "1961-04-12", "(617) 555-0142");
        nugent = registered("Ann", "Nugent", "1980-01-01", "+1 617 555 0143");
        sandoval = registered("Marisol", "Sandoval-O'Brien", "1961-04-12", "617-555-0144");
    }

    private static String registered(String given, String family, String birthDate, String phone) {
        return as(pharmacy, Role.INTAKE_COORDINATOR)
                .contentType("application/json")
                .body(new JsonObject()
                        .put("name", new JsonObject().put("given", given).put("family", family))
                        .put("birthDate", birthDate)
                        .put("sex", "unknown")
                        .put(
                                "phones",
                                List.of(new JsonObject()
                                        .put("use", "mobile")
                                        .put("number", phone)
                                        .put("preferred", true)))
                        .encode())
                .post("/v1/patients")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void a_phone_is_found_in_any_written_form() {
        for (var written :
                List.of("(617) 555-0142", "617.555.0142", "+1 617 555 0142 x9", "6175550142", "1-617-555-0142")) {
            search(new JsonObject().put("phone", written)).body("items.id", contains(nunez));
        }
        search(new JsonObject().put("phone", "617.555.0149")).body("items", hasSize(0));
    }

    @Test
    void three_letters_of_a_surname_find_it_with_or_without_accents_and_in_any_case() {
        for (var typed : List.of("Núñ", "nun", "NUÑ", "núñe", "Nuñez")) {
            search(new JsonObject().put("family", typed)).body("items.id", contains(nunez));
        }
        search(new JsonObject().put("family", "nug")).body("items.id", contains(nugent));
    }

    @Test
    void each_surname_of_several_is_found_by_its_beginning() {
        for (var typed : List.of("san", "obr", "o'br", "Sandoval-O")) {
            search(new JsonObject().put("family", typed)).body("items.id", contains(sandoval));
        }
        search(new JsonObject().put("family", "bri")).body("items", hasSize(0));
    }

    @Test
    void fewer_than_three_letters_are_refused() {
        as(pharmacy, Role.BILLER)
                .contentType("application/json")
                .body("{\"family\": \"Nú\"}")
                .post("/v1/patients/search")
                .then()
                .statusCode(422)
                .body("code", equalTo("search-prefix-too-short"));
    }

    @Test
    void the_beginning_of_a_surname_and_a_birth_date_narrow_together() {
        search(new JsonObject().put("birthDate", "1961-04-12")).body("items.id", containsInAnyOrder(nunez, sandoval));
        search(new JsonObject().put("family", "nun").put("birthDate", "1961-04-12"))
                .body("items.id", contains(nunez));
        search(new JsonObject().put("family", "nun").put("birthDate", "1980-01-01"))
                .body("items", hasSize(0));
        search(new JsonObject().put("family", "san").put("given", "mar").put("birthDate", "1961-04-12"))
                .body("items.id", contains(sandoval));
    }

    /** One text, entered as a surname here and as a given name there, in one pharmacy and in another. */
    @Test
    void tokens_of_one_text_differ_between_kinds_and_between_pharmacies() {
        var other = Pharmacies.another();
        for (var tenant : List.of(pharmacy, other)) {
            as(tenant, Role.INTAKE_COORDINATOR)
                    .contentType("application/json")
                    .body(
                            "{\"name\": {\"given\": \"Qqq\", \"family\": \"Qqq\"}, \"birthDate\": \"1950-01-01\", \"sex\": \"unknown\"}")
                    .post("/v1/patients")
                    .then()
                    .statusCode(201);
        }

        var newest = "select t.token from pharmacy.patient p, unnest(p.search_tokens) as t (token)"
                + " where p.number = (select max(number) from pharmacy.patient)";
        var ours = Tables.of(pharmacy).rows(newest);
        var theirs = Tables.of(other).rows(newest);
        Assertions.assertThat(ours).hasSize(3).doesNotHaveDuplicates().doesNotContainAnyElementsOf(theirs);
    }

    private static ValidatableResponse search(JsonObject wanted) {
        return as(pharmacy, Role.BILLER)
                .contentType("application/json")
                .body(wanted.encode())
                .post("/v1/patients/search")
                .then()
                .statusCode(200);
    }
}
