package dev.firstfill.api.contract;

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
class ContractTest {

    @Test
    void the_committed_contract_is_the_one_that_is_served() {
        var served = RestAssured.get("/q/openapi?format=yaml").asString();

        Committed.assertSame("openapi/openapi.yaml", served);
    }
}
