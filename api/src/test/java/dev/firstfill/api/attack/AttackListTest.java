package dev.firstfill.api.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.api.attack.AttackList.Target;
import dev.firstfill.api.contract.ContractDocument;
import dev.firstfill.api.contract.ContractOperation;
import dev.firstfill.api.testing.RealStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AttackListTest {

    static List<String> operations() {
        return AttackList.ALL.stream().map(Target::id).toList();
    }

    @Test
    void every_operation_of_the_contract_is_attacked_and_no_other() {
        var promised = ContractDocument.operations().stream()
                .map(ContractOperation::id)
                .toList();

        assertThat(operations()).containsExactlyInAnyOrderElementsOf(promised);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void the_example_works_and_is_answered_as_promised(String id) {
        var target = AttackList.target(id);
        var request = Scene.workable(target).fresh(target);

        var answer = Wire.send(request);

        assertThat(answer.status()).as("%s%n%s", request, answer).isBetween(200, 299);
        var promised = ContractDocument.resolved(target.operation().response(answer.status()));
        assertThat(promised.isObject())
                .as("the contract of %s lacks %d", id, answer.status())
                .isTrue();
        var media = promised.path("content").path("application/json");
        if (media.isObject()) {
            assertThat(SchemaCheck.mistakes(answer.json(), media.path("schema")))
                    .isEmpty();
        }
        promised.path("headers").fieldNames().forEachRemaining(header -> {
            // Says that an answer was given before, and this one was not.
            if (!header.equals("Idempotency-Replayed")) {
                assertThat(answer.header(header.toLowerCase(java.util.Locale.ROOT)))
                        .as(header)
                        .isNotEmpty();
            }
        });
        assertThat(answer.headers().containsKey("etag"))
                .as("ETag is sent as promised")
                .isEqualTo(promised.path("headers").has("ETag"));
        assertThat(answer.header("cache-control")).isEqualTo("no-store");
    }
}
