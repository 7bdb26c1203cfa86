package dev.firstfill.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * One operation as clients know it.
 *
 * @param verb in capitals, as it goes over the wire
 */
public record ContractOperation(String id, String verb, String path, ObjectNode node) {

    /** None where everybody may. Fails when the contract does not say. */
    public Optional<String> permission() {
        var permission = node.path("x-permission").asText("");
        if (permission.isEmpty()) {
            throw new AssertionError(id + " has no x-permission");
        }
        return permission.equals("none") ? Optional.empty() : Optional.of(permission);
    }

    public boolean hasBody() {
        return node.has("requestBody");
    }

    /** Of several, JSON: the others are not ours to describe. */
    public String bodyMediaType() {
        var content = node.path("requestBody").path("content");
        return content.has("application/json")
                ? "application/json"
                : content.fieldNames().next();
    }

    public JsonNode bodySchema() {
        return node.path("requestBody").path("content").path(bodyMediaType()).path("schema");
    }

    public ObjectNode bodyExample() {
        return node.path("requestBody")
                .path("content")
                .path(bodyMediaType())
                .withObject("/example")
                .deepCopy();
    }

    public boolean hasPathParameter() {
        return path.contains("{");
    }

    public boolean takesIfMatch() {
        return parameters("header").contains("If-Match");
    }

    public List<String> parameters(String where) {
        return StreamSupport.stream(node.path("parameters").spliterator(), false)
                .filter(parameter -> parameter.path("in").asText().equals(where))
                .map(parameter -> parameter.path("name").asText())
                .toList();
    }

    public JsonNode response(int status) {
        return node.path("responses").path(Integer.toString(status));
    }

    @Override
    public String toString() {
        return id;
    }
}
