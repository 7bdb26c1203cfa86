package dev.firstfill.api.security;

import static org.hamcrest.Matchers.equalTo;

import dev.firstfill.api.testing.Pharmacies;
import dev.firstfill.api.testing.RealStack;
import dev.firstfill.api.testing.Requests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ForgottenAnnotationTest {

    @Test
    void an_endpoint_that_does_not_say_who_may_call_it_refuses_everybody() {
        RestAssured.get("/forgotten").then().statusCode(401);
        Requests.as(Pharmacies.northgate(), Role.values())
                .get("/forgotten")
                .then()
                .statusCode(403)
                .body("code", equalTo("permission-missing"));
        Requests.asOperator().get("/forgotten").then().statusCode(403);
    }
}
