package dev.firstfill.api.testing;

import dev.firstfill.api.security.Role;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;

/** Requests as somebody, and what most tests need there to be. */
public final class Requests {
    private Requests() {}

    public static RequestSpecification as(Tenant pharmacy, Role... roles) {
        return RestAssured.given().auth().oauth2(Tokens.of(pharmacy, roles));
    }

    public static RequestSpecification asOperator() {
        return RestAssured.given().auth().oauth2(Tokens.ofOperator());
    }

    /** @return the id of a new patient, born 1961-04-12 */
    public static String patientNamed(Tenant pharmacy, String given, String family) {
        return as(pharmacy, Role.INTAKE_COORDINATOR)
                .contentType("application/json")
                .body("""
                        {"name": {"given": "%s", "family": "%s"}, "birthDate": "1961-04-12", "sex": "female"}
                        """.formatted(given, family))
                .post("/v1/patients")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
