package dev.firstfill.api.patients;

import static dev.firstfill.api.testing.Requests.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.firstfill.api.security.Permission;
import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.Pharmacies;
import dev.firstfill.api.testing.RealStack;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SensitiveFieldsTest {
    private static final Map<String, String> ALL = Map.of("journeyStage", "titration", "housing", "shelter");
    private static final Map<String, String> WITHOUT_HOUSING = Map.of("journeyStage", "titration");

    private Tenant pharmacy;
    private String id;

    @BeforeEach
    void aPatientWithOneSensitiveValueAndOneThatIsNot() {
        pharmacy = Pharmacies.another();
        define("journeyStage", false);
        define("housing", true);
        id = as(pharmacy, Role.PHARMACY_MANAGER)
                .contentType("application/json")
                .body(record("{\"journeyStage\": \"titration\", \"housing\": \"shelter\"}"))
                .post("/v1/patients")
                .then()
                .statusCode(201)
                .body("customFields", equalTo(ALL))
                .extract()
                .path("id");
    }

    private void define(String key, boolean sensitive) {
        as(pharmacy, Role.PHARMACY_MANAGER)
                .contentType("application/json")
                .body("{\"key\": \"%s\", \"label\": \"%s\", \"type\": \"text\", \"sensitive\": %s}"
                        .formatted(key, key, sensitive))
                .post("/v1/custom-fields")
                .then()
                .statusCode(201);
    }

    private static String record(String customFields) {
        return """
                {"name": {"given": "Marisol", "family": "Vega"}, "birthDate": "1961-04-12", "sex": "female",
                 "customFields": %s}
                """.formatted(customFields);
    }

    @Test
    void sensitive_values_are_shown_to_those_who_may_see_them_and_left_out_for_all_others() {
        var readers = Arrays.stream(Role.values())
                .filter(Permission.PATIENT_READ::isGivenTo)
                .toList();
        assertThat(readers)
                .filteredOn(Permission.CUSTOM_FIELD_READ_SENSITIVE::isGivenTo)
                .containsExactly(
                        Role.CLINICAL_PHARMACIST,
                        Role.DISPENSING_PHARMACIST,
                        Role.ADHERENCE_NURSE,
                        Role.PHARMACY_MANAGER,
                        Role.PRIVACY_OFFICER);

        for (var role : readers) {
            var shown = Permission.CUSTOM_FIELD_READ_SENSITIVE.isGivenTo(role) ? ALL : WITHOUT_HOUSING;
            var caller = as(pharmacy, role);
            caller.get("/v1/patients/" + id).then().statusCode(200).body("customFields", equalTo(shown));
            caller.get("/v1/patients").then().statusCode(200).body("items[0].customFields", equalTo(shown));
            caller.contentType("application/json")
                    .body("{\"family\": \"Vega\"}")
                    .post("/v1/patients/search")
                    .then()
                    .statusCode(200)
                    .body("items[0].customFields", equalTo(shown));
        }
    }

    @Test
    void a_replacement_by_somebody_who_cannot_see_them_loses_none() {
        as(pharmacy, Role.INTAKE_COORDINATOR)
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body(record("{\"journeyStage\": \"maintenance\"}"))
                .put("/v1/patients/" + id)
                .then()
                .statusCode(200)
                .body("customFields", equalTo(Map.of("journeyStage", "maintenance")));

        kept(Map.of("journeyStage", "maintenance", "housing", "shelter"));
    }

    @Test
    void a_patch_by_somebody_who_cannot_see_them_loses_none_even_when_it_says_so() {
        as(pharmacy, Role.INTAKE_COORDINATOR)
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .body("{\"language\": \"en\", \"customFields\": {\"journeyStage\": null, \"housing\": null}}")
                .patch("/v1/patients/" + id)
                .then()
                .statusCode(200)
                .body("customFields", equalTo(Map.of()));

        kept(Map.of("housing", "shelter"));
    }

    @Test
    void whoever_cannot_see_them_may_still_enter_them_and_is_not_shown_what_they_entered() {
        as(pharmacy, Role.INTAKE_COORDINATOR)
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .body("{\"customFields\": {\"housing\": \"with family\"}}")
                .patch("/v1/patients/" + id)
                .then()
                .statusCode(200)
                .body("customFields", equalTo(WITHOUT_HOUSING));

        kept(Map.of("journeyStage", "titration", "housing", "with family"));
    }

    @Test
    void whoever_sees_them_may_take_them_away() {
        as(pharmacy, Role.ADHERENCE_NURSE)
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body(record("{\"journeyStage\": \"titration\"}"))
                .put("/v1/patients/" + id)
                .then()
                .statusCode(200)
                .body("customFields", equalTo(WITHOUT_HOUSING));

        kept(WITHOUT_HOUSING);
    }

    private void kept(Map<String, String> values) {
        as(pharmacy, Role.CLINICAL_PHARMACIST)
                .get("/v1/patients/" + id)
                .then()
                .statusCode(200)
                .body("customFields", equalTo(values));
    }
}
