package dev.firstfill.api.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;

/** All operations of the document, which can be asked about each other. */
record ResourceOperations(List<ResourceOperation> all) {

    static ResourceOperations of(OpenAPI document, ResourceMethods methods) {
        var all = new ArrayList<ResourceOperation>();
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((verb, operation) ->
                        all.add(new ResourceOperation(path, verb, operation, methods.of(operation.getOperationId())))));
        return new ResourceOperations(List.copyOf(all));
    }

    Stream<ResourceOperation> stream() {
        return all.stream();
    }

    Optional<ResourceOperation> at(String path, HttpMethod verb) {
        return all.stream()
                .filter(operation -> operation.path().equals(path) && operation.verb() == verb)
                .findFirst();
    }

    /** A resource has versions when a change of it, or of something in it, must name the one it was made from. */
    boolean hasVersions(String path) {
        return all.stream()
                .filter(operation -> operation.hasHeaderParameter("If-Match"))
                .map(ResourceOperation::path)
                .anyMatch(changed -> changed.equals(path) || path.endsWith("}") && changed.startsWith(path + "/"));
    }
}
