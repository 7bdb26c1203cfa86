package dev.firstfill.api.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * Promises in the contract what the code promises: what is not {@code @Nullable} in a view is in every answer. The
 * generator knows validation only, which views have none of, and would leave each client to handle an absent id.
 */
@OpenApiFilter(stages = RunStage.BUILD)
public final class AnswersAreComplete implements OASFilter {
    private static final String VIEWS = "dev.firstfill.api";
    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final String REFERENCE = "#/components/schemas/";

    private final Map<String, ClassInfo> views = new HashMap<>();

    public AnswersAreComplete(IndexView index) {
        index.getKnownClasses().stream()
                .filter(type -> type.isRecord() && type.name().toString().startsWith(VIEWS))
                .forEach(type -> views.put(schemaName(type), type));
    }

    private static String schemaName(ClassInfo type) {
        var annotation = type.declaredAnnotation(SCHEMA);
        var name = annotation == null ? null : annotation.value("name");
        return name == null ? type.simpleName() : name.asString();
    }

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        var bodies = bodies(contract);
        contract.getComponents().getSchemas().forEach((name, schema) -> {
            var view = views.get(name);
            if (view != null && !bodies.contains(name)) {
                complete(schema, view);
            }
        });
    }

    /** What clients send keeps its own rules: there, validation says what may be left out. */
    private static Set<String> bodies(OpenAPI contract) {
        return contract.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .map(operation -> operation.getRequestBody())
                .filter(Objects::nonNull)
                .map(RequestBody::getContent)
                .flatMap(content -> content.getMediaTypes().values().stream())
                .map(MediaType::getSchema)
                .map(Schema::getRef)
                .filter(Objects::nonNull)
                .map(reference -> reference.substring(REFERENCE.length()))
                .collect(Collectors.toSet());
    }

    private static void complete(Schema schema, ClassInfo view) {
        var properties = schema.getProperties();
        if (properties == null) {
            return;
        }
        schema.setRequired(present(view.recordComponentsInDeclarationOrder(), properties.keySet()));
    }

    private static List<String> present(Collection<RecordComponentInfo> components, Set<String> properties) {
        return components.stream()
                .filter(component -> !component.type().hasAnnotation(NULLABLE))
                .map(RecordComponentInfo::name)
                .filter(properties::contains)
                .toList();
    }
}
