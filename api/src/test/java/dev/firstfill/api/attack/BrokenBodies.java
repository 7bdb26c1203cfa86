package dev.firstfill.api.attack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firstfill.api.contract.ContractDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Every way in which a body can break its schema in one place, made by walking the schema along a good example. */
final class BrokenBodies {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String MARKED = Refused.MARK + "!";

    /** Longer than any text that has no limit of its own in the contract, such as an identifier. */
    private static final int LONG = 5_000;

    /** Stands for half of a surrogate pair, which can be sent only in its escaped form. */
    private static final String HALF = "half";

    private final ObjectNode example;
    private final List<Broken> broken = new ArrayList<>();

    /** @param what is wrong, and where */
    record Broken(String what, String body) {}

    private BrokenBodies(ObjectNode example) {
        this.example = example;
    }

    static List<Broken> of(ObjectNode example, JsonNode schema) {
        var bodies = new BrokenBodies(example);
        bodies.object("", example, ContractDocument.resolved(schema));
        return bodies.broken;
    }

    private void object(String pointer, ObjectNode value, JsonNode schema) {
        if (schema.path("additionalProperties").isBoolean()) {
            change("an unknown property in", pointer, holder -> at(holder, pointer)
                    .put("unexpected", MARKED));
        }
        schema.path("required")
                .forEach(name -> change("no " + name.asText() + " in", pointer, holder -> at(holder, pointer)
                        .remove(name.asText())));
        schema.path("properties").properties().forEach(property -> {
            var name = property.getKey();
            boolean required = names(schema.path("required")).contains(name);
            value(pointer, name, value.get(name), property.getValue(), required);
        });
    }

    private void value(String parent, String name, JsonNode present, JsonNode written, boolean required) {
        var pointer = parent + "/" + name;
        var schema = withoutNull(ContractDocument.resolved(written));
        var type = schema.path("type").asText("");
        if (type.isEmpty()) {
            return;
        }
        wrongTypes(type).forEach(wrong -> put("another type at", parent, name, wrong));
        if (required) {
            put("null at", parent, name, JSON.nullNode());
        }
        switch (type) {
            case "string" -> text(parent, name, schema);
            case "array" -> list(parent, name, present, schema);
            case "object" -> {
                if (present instanceof ObjectNode object) {
                    object(pointer, object, schema);
                }
            }
            default -> {
                // Numbers and switches have no form beyond their type.
            }
        }
    }

    private void text(String parent, String name, JsonNode schema) {
        int longest = schema.path("maxLength").asInt(LONG);
        put("too long a text at", parent, name, JSON.textNode("Z".repeat(longest + 1)));
        put("NUL at", parent, name, JSON.textNode("a\u0000b"));
        put("half a character at", parent, name, JSON.textNode(HALF));
        if (schema.has("enum") || schema.has("format")) {
            put("an unknown word at", parent, name, JSON.textNode(MARKED));
            put("nothing written at", parent, name, JSON.textNode(""));
        }
        if (schema.path("pattern").asText().equals("\\S")) {
            put("blanks at", parent, name, JSON.textNode("   "));
        }
    }

    private void list(String parent, String name, JsonNode present, JsonNode schema) {
        var item = present instanceof ArrayNode array && !array.isEmpty() ? array.get(0) : JSON.objectNode();
        if (schema.has("maxItems")) {
            var many = JSON.arrayNode();
            for (int i = 0; i <= schema.path("maxItems").asInt(); i++) {
                many.add(item);
            }
            put("too many at", parent, name, many);
        }
        put("null in the list at", parent, name, JSON.arrayNode().addNull());
        put("a list in the list at", parent, name, JSON.arrayNode().add(JSON.arrayNode()));
        var items = ContractDocument.resolved(schema.path("items"));
        if (item instanceof ObjectNode object && !object.isEmpty()) {
            object(parent + "/" + name + "/0", object, items);
        }
    }

    private void put(String what, String parent, String name, JsonNode value) {
        change(what, parent + "/" + name, holder -> at(holder, parent).set(name, value));
    }

    private void change(String what, String pointer, Consumer<ObjectNode> change) {
        var copy = example.deepCopy();
        change.accept(copy);
        broken.add(new Broken(
                what + " " + (pointer.isEmpty() ? "the body" : pointer),
                copy.toString().replace(HALF, "a\\ud800b")));
    }

    private static ObjectNode at(ObjectNode holder, String pointer) {
        return (ObjectNode) holder.at(pointer);
    }

    private static List<JsonNode> wrongTypes(String right) {
        var wrong = new ArrayList<JsonNode>();
        if (!right.equals("string")) {
            wrong.add(JSON.textNode(MARKED));
            wrong.add(JSON.textNode("1"));
            wrong.add(JSON.textNode(""));
        }
        if (!right.equals("number") && !right.equals("integer")) {
            wrong.add(JSON.numberNode(7));
        }
        if (!right.equals("number")) {
            wrong.add(JSON.numberNode(1.5));
        }
        if (!right.equals("boolean")) {
            wrong.add(JSON.booleanNode(true));
        }
        if (!right.equals("array")) {
            wrong.add(JSON.arrayNode());
            wrong.add(JSON.arrayNode().add(MARKED));
        }
        if (!right.equals("object")) {
            wrong.add(JSON.objectNode());
            wrong.add(JSON.objectNode().put("value", MARKED));
        }
        return wrong;
    }

    /** A null is the second type of what a patch can remove, or the other alternative where the first is a reference. */
    private static JsonNode withoutNull(JsonNode schema) {
        if (schema.path("type").isArray()) {
            return schema.<ObjectNode>deepCopy()
                    .put("type", schema.path("type").path(0).asText());
        }
        return StreamSupport.stream(schema.path("anyOf").spliterator(), false)
                .map(ContractDocument::resolved)
                .filter(alternative -> !alternative.path("type").asText().equals("null"))
                .findFirst()
                .orElse(schema);
    }

    private static Set<String> names(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }
}
