package dev.firstfill.api.patients;

import static dev.firstfill.api.testing.Requests.as;
import static dev.firstfill.api.testing.Requests.patientNamed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.Pharmacies;
import dev.firstfill.api.testing.RealStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PatientResourceTest {

    @Test
    void a_patient_is_registered_and_read_back_as_sent() {
        var patient = as(Pharmacies.northgate(), Role.INTAKE_COORDINATOR)
                .contentType("application/json")
                .body("""
                        {
                          "name": {"given": "Marisol", "family": "Vega"},
                          "birthDate": "1961-04-12",
                          "sex": "female",
                          "language": "es-US",
                          "addresses": [{"use": "home", "line1": "12 Elm St", "city": "Albany", "state": "NY", "zip": "12207"}],
                          "phones": [{"use": "mobile", "number": "(518) 555-0142", "preferred": true}],
                          "emails": [{"use": "personal", "address": "marisol@example.com"}],
                          "allergies": [{"substance": "penicillin", "severity": "severe"}],
                          "diagnoses": [{"code": "m05.79", "primary": true}],
                          "coverages": [{"order": "primary", "benefit": "pharmacy", "payer": "Aetna", "memberId": "w123 456 789", "bin": "610502"}],
                          "careTeam": [{"role": "caregiver", "name": "Luis Vega", "relationship": "son"}]
                        }
                        """)
                .post("/v1/patients")
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", matchesPattern(".*/v1/patients/[0-9a-f-]{36}"))
                .header("Cache-Control", "no-store")
                .body("number", matchesPattern("P[0-9]{4,}"))
                .body("phones[0].number", equalTo("+15185550142"))
                .body("diagnoses[0].code", equalTo("M05.79"))
                .body("coverages[0].memberId", equalTo("W123456789"))
                .extract();

        for (var reference : new String[] {patient.path("id"), patient.path("number")}) {
            var read = as(Pharmacies.northgate(), Role.CLINICAL_PHARMACIST)
                    .get("/v1/patients/" + reference)
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"1\"")
                    .extract()
                    .asString();
            assertThat(read).isEqualTo(patient.asString());
        }
    }

    @Test
    void a_replacement_needs_the_version_that_was_read() {
        var id = patientNamed(Pharmacies.northgate(), "Old", "Name");
        var newName = """
                {"name": {"given": "New", "family": "Name"}, "birthDate": "1961-04-12", "sex": "female"}
                """;

        as(Pharmacies.northgate(), Role.INTAKE_COORDINATOR)
                .contentType("application/json")
                .body(newName)
                .put("/v1/patients/" + id)
                .then()
                .statusCode(428)
                .body("code", equalTo("if-match-required"));
        as(Pharmacies.northgate(), Role.INTAKE_COORDINATOR)
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body(newName)
                .put("/v1/patients/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("name.given", equalTo("New"));
        as(Pharmacies.northgate(), Role.INTAKE_COORDINATOR)
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body(newName.replace("New", "Late"))
                .put("/v1/patients/" + id)
                .then()
                .statusCode(412)
                .body("code", equalTo("stale-version"));

        as(Pharmacies.northgate(), Role.INTAKE_COORDINATOR)
                .get("/v1/patients/" + id)
                .then()
                .body("name.given", equalTo("New"));
    }

    @Test
    void a_merge_patch_changes_what_it_names_and_leaves_the_rest() {
        var id = patientNamed(Pharmacies.northgate(), "Marisol", "Vega");

        as(Pharmacies.northgate(), Role.ADHERENCE_NURSE)
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .body("""
                        {"name": {"middle": "A."}, "language": "en", "phones": [{"use": "home", "number": "518.555.0143", "preferred": false}]}
                        """)
                .patch("/v1/patients/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("name.given", equalTo("Marisol"))
                .body("name.middle", equalTo("A."))
                .body("language", equalTo("en"))
                .body("phones.number", contains("+15185550143"));

        as(Pharmacies.northgate(), Role.ADHERENCE_NURSE)
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"2\"")
                .body("""
                        {"name": {"middle": null}, "language": null}
                        """)
                .patch("/v1/patients/" + id)
                .then()
                .statusCode(200)
                .body("name.middle", nullValue())
                .body("language", nullValue())
                .body("phones", hasSize(1));
    }

    @Test
    void a_search_finds_by_surname_prefix_and_birth_date() {
        var surname = "Q" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "zyx";
        var id = patientNamed(Pharmacies.northgate(), "Ana", surname);

        as(Pharmacies.northgate(), Role.BILLER)
                .contentType("application/json")
                .body("{\"family\": \"" + surname.toUpperCase() + "\", \"birthDate\": \"1961-04-12\"}")
                .post("/v1/patients/search")
                .then()
                .statusCode(200)
                .body("items.id", contains(id));
        as(Pharmacies.northgate(), Role.BILLER)
                .contentType("application/json")
                .body("{\"family\": \"" + surname + "\", \"birthDate\": \"1961-04-13\"}")
                .post("/v1/patients/search")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void a_list_is_walked_by_cursor() {
        var pharmacy = Pharmacies.another();
        var first = patientNamed(pharmacy, "One", "First");
        var second = patientNamed(pharmacy, "Two", "Second");
        var third = patientNamed(pharmacy, "Three", "Third");

        var page = as(pharmacy, Role.BILLER)
                .get("/v1/patients?limit=2")
                .then()
                .statusCode(200)
                .extract();
        var rest = as(pharmacy, Role.BILLER)
                .get("/v1/patients?limit=2&cursor=" + page.path("nextCursor"))
                .then()
                .statusCode(200)
                .body("nextCursor", nullValue())
                .extract();
        var newest = as(pharmacy, Role.BILLER)
                .get("/v1/patients?limit=1&sort=newest")
                .then()
                .extract();

        assertThat(page.<java.util.List<String>>path("items.id")).containsExactly(first, second);
        assertThat(rest.<java.util.List<String>>path("items.id")).containsExactly(third);
        assertThat(newest.<java.util.List<String>>path("items.id")).containsExactly(third);
    }

    @Test
    void what_is_not_there_is_not_found_whatever_it_is_called() {
        for (var nobody : new String[] {UUID.randomUUID().toString(), "P999999", "nonsense"}) {
            as(Pharmacies.northgate(), Role.BILLER)
                    .get("/v1/patients/" + nobody)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("code", equalTo("patient-not-found"));
        }
    }
}
