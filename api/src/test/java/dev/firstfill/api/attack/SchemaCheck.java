package dev.firstfill.api.attack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firstfill.api.contract.ContractDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Whether a document is what its schema says. Knows the words of JSON Schema that our contract uses, and takes a
 * property that the schema does not name for a mistake: in an answer it is one that nobody promised.
 */
final class SchemaCheck {
    private final List<String> mistakes = new ArrayList<>();

    static List<String> mistakes(JsonNode document, JsonNode schema) {
        var check = new SchemaCheck();
        check.node("", document, ContractDocument.resolved(schema));
        return check.mistakes;
    }

    private void node(String pointer, JsonNode value, JsonNode schema) {
        var types = names(schema.path("type"));
        if (!types.isEmpty() && !types.contains(type(value)) && !(types.contains("number") && value.isNumber())) {
            mistakes.add("%s is %s, not %s".formatted(pointer, type(value), types));
            return;
        }
        if (schema.has("enum") && !names(schema.path("enum")).contains(value.asText())) {
            mistakes.add(pointer + " is none of " + schema.path("enum"));
        }
        if (schema.has("pattern")
                && !Pattern.compile(schema.path("pattern").asText())
                        .matcher(value.asText())
                        .find()) {
            mistakes.add(pointer + " does not match " + schema.path("pattern"));
        }
        if (value.isObject()) {
            object(pointer, value, schema);
        } else if (value.isArray()) {
            int index = 0;
            for (var item : value) {
                node(pointer + "/" + index++, item, ContractDocument.resolved(schema.path("items")));
            }
        }
    }

    private void object(String pointer, JsonNode value, JsonNode schema) {
        var missing = new HashSet<>(names(schema.path("required")));
        var any = schema.path("additionalProperties");
        value.properties().forEach(property -> {
            missing.remove(property.getKey());
            var known = schema.path("properties").path(property.getKey());
            var place = pointer + "/" + property.getKey();
            if (known.isObject()) {
                node(place, property.getValue(), ContractDocument.resolved(known));
            } else if (any.isObject()) {
                node(place, property.getValue(), ContractDocument.resolved(any));
            } else if (!schema.isEmpty()) {
                mistakes.add(place + " is not in the contract");
            }
        });
        missing.forEach(name -> mistakes.add(pointer + "/" + name + " is missing"));
    }

    private static String type(JsonNode value) {
        return value.isIntegralNumber() ? "integer" : value.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
    }

    private static Set<String> names(JsonNode node) {
        if (node.isTextual()) {
            return Set.of(node.asText());
        }
        return Set.copyOf(StreamSupport.stream(node.spliterator(), false)
                .map(JsonNode::asText)
                .toList());
    }
}
