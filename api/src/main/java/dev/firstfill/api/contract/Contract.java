package dev.firstfill.api.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.IndexView;

/**
 * Completes what the framework read from the resources, so that no resource has to repeat what holds for all of them.
 * Schemas are rendered anew: the framework's own do not know how this program reads and writes JSON.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class Contract implements OASFilter {
    private final IndexView index;

    /** Public like the class, because the framework makes the filter by reflection. */
    public Contract(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null) {
            return;
        }
        var operations = ResourceOperations.of(document, ResourceMethods.in(index));
        var schemas = new TypeSchemas();
        var components = OASFactory.createComponents();
        new Bodies(schemas).describe(operations);
        DocumentInfo.describe(document, components);
        Problems.describe(operations, components, schemas);
        Promises.describe(operations, components);
        components.setSchemas(schemas.components());
        withoutUnused(components, operations);
        document.setComponents(components);
    }

    /** A problem that no operation leads to yet would promise something to nobody. */
    private static void withoutUnused(Components components, ResourceOperations operations) {
        var used = operations.stream()
                .flatMap(operation -> operation.document().getResponses().getAPIResponses().values().stream())
                .map(response -> String.valueOf(response.getRef()))
                .map(reference -> reference.substring(reference.lastIndexOf('/') + 1))
                .collect(Collectors.toSet());
        Set.copyOf(components.getResponses().keySet()).stream()
                .filter(name -> !used.contains(name))
                .forEach(components::removeResponse);
    }
}
