package dev.firstfill.api.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firstfill.api.contract.Committed;
import dev.firstfill.api.contract.ContractDocument;
import dev.firstfill.api.contract.ContractOperation;
import dev.firstfill.api.testing.AuditLedger;
import dev.firstfill.api.testing.RealStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The contract's examples, executed: each request is sent as it is documented, and what comes back is what is
 * documented, in {@code contract/answers}. An update of the committed documents records the answers anew. And what they
 * say of the audit ledger is what is found in it.
 */
@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DocumentedAnswersTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;

    /** Says how far this program's migrations are, how many pharmacies all tests have made, and what day it is. */
    private static final Set<String> OF_THE_DAY = Set.of(
            "schemaVersion",
            "version",
            "needed",
            "behind",
            "running",
            "versions",
            "checkpoints",
            "signedUpTo",
            "authorisation",
            "reference",
            "serviceOn",
            "neededOn",
            "filledOn",
            "shipOn",
            "arrivesOn",
            "on",
            "dueOn",
            "expiresOn",
            "daysOverdue");

    static List<Story> stories() {
        return Story.ALL;
    }

    @Test
    void every_operation_of_the_contract_is_told() {
        var told =
                Story.ALL.stream().flatMap(story -> story.operations().stream()).distinct();

        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(ContractDocument.operations().stream()
                        .map(ContractOperation::id)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("stories")
    void every_request_is_answered_as_documented(Story story) throws JsonProcessingException {
        var telling = new Telling(story.caller());

        for (var id : story.operations()) {
            var operation = ContractDocument.operation(id);
            var answer = telling.sent(telling.prepared(operation));

            assertThat(answer.statusCode()).as("%s: %s", id, answer.asString()).isEqualTo(success(operation));
            if (answer.contentType().startsWith("application/json")) {
                var file = "api/src/main/resources/contract/answers/" + id + ".json";
                var documented = JSON.readTree(Committed.text(file));
                Committed.assertSame(file, printed(alike(onlyOurs(telling.told(answer)), documented)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void what_says_it_is_audited_leaves_a_record_and_nothing_else_does(Story story) {
        var telling = new Telling(story.caller());

        for (var id : story.operations()) {
            var operation = ContractDocument.operation(id);
            var prepared = telling.prepared(operation);
            long before = telling.pharmacy().map(AuditLedger::records).orElse(0L);

            telling.sent(prepared);

            long after = telling.pharmacy().map(AuditLedger::records).orElse(0L);
            var audited = operation.node().path("x-audited").asBoolean();
            // What follows from an act in its transaction leaves records of its own.
            assertThat(after - before).as(id).matches(records -> audited ? records >= 1 : records == 0);
        }
    }

    /** The one success that the contract promises; beside it there may be that there is nothing to tell of, or nothing new. */
    private static int success(ContractOperation operation) {
        var promised = operation.node().path("responses").properties().stream()
                .map(response -> Integer.parseInt(response.getKey()))
                .filter(status -> status < 300)
                .collect(Collectors.toCollection(ArrayList::new));
        if (promised.size() > 1) {
            promised.remove((Integer) NO_CONTENT);
        }
        if (promised.contains(CREATED)) {
            promised.remove((Integer) OK);
        }
        assertThat(promised).as(operation.id()).hasSize(1);
        return promised.getFirst();
    }

    /** Without other tests' pharmacies in a list of the platform's. */
    private static JsonNode onlyOurs(JsonNode told) {
        if (told instanceof ObjectNode page && page.path("items").findValue("slug") != null) {
            page.remove("nextCursor");
            page.withArray("items").removeIf(item -> !item.path("slug").asText().equals("northgate"));
        }
        return told;
    }

    /** What is of the day is as documented already when it is at least of the same kind. */
    private static JsonNode alike(JsonNode told, JsonNode documented) {
        told.properties().forEach(property -> {
            var before = documented.path(property.getKey());
            if (OF_THE_DAY.contains(property.getKey())
                    && before.getNodeType() == property.getValue().getNodeType()) {
                property.setValue(before);
            } else {
                alike(property.getValue(), before);
            }
        });
        for (int i = 0; told.isArray() && i < told.size(); i++) {
            alike(told.path(i), documented.path(i));
        }
        return told;
    }

    private static String printed(JsonNode told) throws JsonProcessingException {
        var lines = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(lines)
                .withArrayIndenter(lines);
        return JSON.writer(printer).writeValueAsString(told) + "\n";
    }
}
