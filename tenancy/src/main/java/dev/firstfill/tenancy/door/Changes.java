package dev.firstfill.tenancy.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firstfill.kernel.Json;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What one act changed, thing by thing. The record is about the first of them and has its fields at the top, as it has
 * when nothing else was changed; the others stand in {@code alsoChanged}.
 */
final class Changes {
    private static final ObjectMapper JSON = Json.mapper();

    /** By thing, by field: before and after. */
    private final Map<UUID, ObjectNode> things = new LinkedHashMap<>();

    /** What is changed twice has changed from what it was first to what it is now. */
    void add(UUID thing, @Nullable Object before, @Nullable Object after) {
        var was = tree(before);
        var is = tree(after);
        var names = new LinkedHashSet<String>();
        was.fieldNames().forEachRemaining(names::add);
        is.fieldNames().forEachRemaining(names::add);
        var fields = things.computeIfAbsent(thing, first -> JSON.createObjectNode());
        names.forEach(name -> add(fields, name, valueIn(was, name), valueIn(is, name)));
    }

    private static void add(ObjectNode fields, String name, JsonNode was, JsonNode is) {
        var first = fields.has(name) ? fields.get(name).get("before") : was;
        if (first.equals(is)) {
            fields.remove(name);
        } else {
            var change = fields.putObject(name);
            change.set("before", first);
            change.set("after", is);
        }
    }

    private static JsonNode tree(@Nullable Object document) {
        return document == null ? JSON.createObjectNode() : JSON.valueToTree(document);
    }

    private static JsonNode valueIn(JsonNode document, String name) {
        return document.has(name) ? document.get(name) : NullNode.getInstance();
    }

    /** What the record is about. */
    Optional<UUID> first() {
        return things.keySet().stream().findFirst();
    }

    /** Which fields of which things, for whoever reads the ledger. */
    void name(ObjectNode entry) {
        forEach(entry, (place, fields) -> {
            var names = place.putArray("fields");
            fields.fieldNames().forEachRemaining(names::add);
        });
    }

    /** From what to what, for the sealed part. */
    void tell(ObjectNode content) {
        forEach(content, (place, fields) -> place.set("changes", fields));
    }

    /** What was written as it had been is not named. */
    private void forEach(ObjectNode document, BiConsumer<ObjectNode, ObjectNode> write) {
        things.forEach((thing, fields) -> {
            if (!fields.isEmpty()) {
                write.accept(placeOf(thing, document), fields);
            }
        });
    }

    private ObjectNode placeOf(UUID thing, ObjectNode document) {
        return first().filter(thing::equals).isPresent()
                ? document
                : document.withArray("alsoChanged").addObject().put("resource", thing.toString());
    }
}
