package dev.firstfill.api.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The contract as this build made it; {@link ContractTest} compares it with the committed one. */
public final class ContractDocument {
    private static final Set<String> VERBS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final JsonNode DOCUMENT = read();

    private ContractDocument() {}

    public static List<ContractOperation> operations() {
        return DOCUMENT.path("paths").properties().stream()
                .flatMap(path -> operations(path.getKey(), path.getValue()))
                .toList();
    }

    private static Stream<ContractOperation> operations(String path, JsonNode item) {
        return item.properties().stream()
                .filter(verb -> VERBS.contains(verb.getKey()))
                .map(verb -> new ContractOperation(
                        verb.getValue().path("operationId").asText(),
                        verb.getKey().toUpperCase(Locale.ROOT),
                        path,
                        (ObjectNode) verb.getValue()));
    }

    public static ContractOperation operation(String id) {
        return operations().stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The contract has no operation " + id));
    }

    /** What a reference stands for; anything else as it is. */
    public static JsonNode resolved(JsonNode node) {
        var reference = node.path("$ref").asText("");
        return reference.isEmpty() ? node : resolved(DOCUMENT.at(reference.substring(1)));
    }

    public static JsonNode document() {
        return DOCUMENT;
    }

    private static JsonNode read() {
        try {
            return new YAMLMapper().readTree(Committed.text("api/target/openapi/openapi.yaml"));
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException(malformed);
        }
    }
}
