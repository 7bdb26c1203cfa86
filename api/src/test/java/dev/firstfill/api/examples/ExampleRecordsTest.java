package dev.firstfill.api.examples;

import static dev.firstfill.api.testing.Requests.as;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.Pharmacies;
import dev.firstfill.api.testing.RealStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The people and drugs of the two pharmacies, whom a newcomer meets first. */
@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExampleRecordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"northgate", "southbank"})
    void every_example_is_accepted_as_it_stands(String slug) throws IOException {
        var pharmacy = Pharmacies.another();
        try (var file = Objects.requireNonNull(getClass().getResourceAsStream("/example/" + slug + ".json"))) {
            var records = new ObjectMapper().readTree(file);

            for (var kind : List.of("prescribers", "drugs", "patients")) {
                for (var record : records.path(kind)) {
                    as(pharmacy, Role.PHARMACY_MANAGER)
                            .contentType("application/json")
                            .body(record.toString())
                            .post("/v1/" + kind)
                            .then()
                            .statusCode(201);
                }
            }
        }
    }
}
