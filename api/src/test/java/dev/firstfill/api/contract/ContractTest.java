package dev.firstfill.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firstfill.api.testing.RealStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.Set;
import java.util.TreeSet;
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

    @Test
    void every_operation_says_whether_and_why_it_is_audited() {
        for (var operation : ContractDocument.operations()) {
            var audited = operation.node().path("x-audited");

            assertThat(audited.isBoolean()).as(operation.id()).isTrue();
            assertThat(operation.node().path("description").asText())
                    .as(operation.id())
                    .contains(audited.asBoolean() ? "Audited: " : "Not audited: ");
        }
    }

    @Test
    void whatever_takes_or_shows_a_patient_is_audited() {
        var withPatients = ContractDocument.operations().stream()
                .filter(operation -> schemas(operation.node(), new TreeSet<>()).stream()
                        .anyMatch(name -> name.startsWith("Patient")))
                .toList();

        assertThat(withPatients).isNotEmpty().allSatisfy(operation -> assertThat(
                        operation.node().path("x-audited").asBoolean())
                .as(operation.id())
                .isTrue());
    }

    /** The names of all schemas that can be reached from it. */
    private static Set<String> schemas(JsonNode node, Set<String> names) {
        var reference = node.path("$ref").asText();
        if (!reference.isEmpty() && names.add(reference.substring(reference.lastIndexOf('/') + 1))) {
            schemas(ContractDocument.resolved(node), names);
        }
        node.forEach(child -> schemas(child, names));
        return names;
    }
}
