package dev.firstfill.api.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import dev.firstfill.api.testing.RealStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProblemPageTest {

    @Test
    void the_type_of_a_problem_is_the_address_of_its_page() {
        var type = RestAssured.get("/v1/me").then().statusCode(401).extract().<String>path("type");

        var page = RestAssured.get(type)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/markdown"))
                .extract()
                .asString();

        assertThat(page)
                .startsWith("# token-required\n")
                .contains("\n- Caller: ")
                .doesNotContain("## ");
    }

    @Test
    void a_problem_we_do_not_have_has_no_page() {
        RestAssured.get("/problems/no-such-problem").then().statusCode(404).contentType("application/problem+json");
    }
}
