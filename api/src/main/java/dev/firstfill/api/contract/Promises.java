package dev.firstfill.api.contract;

import dev.firstfill.api.http.EntityTags;
import dev.firstfill.api.security.Permission;
import dev.firstfill.api.security.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Who may call each operation, and the headers of its successful answers. */
final class Promises {
    static final String REQUEST_ID = "X-Request-Id";

    private static final Map<String, String> PARAMETERS = Map.of(
            "limit", "How many items at most: 50 when absent; brought into the range of 1 to 200.",
            "sort", "In which order of creation.",
            "cursor", "The nextCursor of the page before, with the same sort.",
            "If-Match", "The ETag of the version that the change is made from. * is refused.");

    private Promises() {}

    static void describe(ResourceOperations operations, Components components) {
        components.addHeader(REQUEST_ID, header("The id under which support finds the request."));
        components.addHeader("ETag", header("The version, for If-Match.").example(EntityTags.of(1)));
        components.addHeader("Location", header("Where what was made can be read."));
        operations.stream().forEach(operation -> {
            permission(operation);
            parameters(operation);
            headers(operation, operations);
        });
    }

    private static void permission(ResourceOperation operation) {
        var document = operation.document();
        var required = operation.permission();
        document.addExtension("x-permission", required.orElse("none"));
        if (required.isEmpty()) {
            document.setSecurity(List.of());
            return;
        }
        var scheme = OASFactory.createSecurityRequirement().addScheme(DocumentInfo.SECURITY_SCHEME, List.of());
        document.setSecurity(List.of(scheme));
        var sentence =
                "Takes the permission `%s`, which is given to: %s.".formatted(required.get(), roles(required.get()));
        document.setDescription(
                document.getDescription() == null ? sentence : document.getDescription() + "\n\n" + sentence);
    }

    private static String roles(String permission) {
        var named = Permission.named(permission)
                .orElseThrow(() -> new IllegalStateException("There is no permission " + permission + "."));
        return Arrays.stream(Role.values())
                .filter(named::isGivenTo)
                .map(Role::wireName)
                .collect(Collectors.joining(", "));
    }

    private static void parameters(ResourceOperation operation) {
        if (operation.document().getParameters() == null) {
            return;
        }
        operation.document().getParameters().forEach(parameter -> {
            var known = PARAMETERS.get(parameter.getName());
            if (parameter.getDescription() == null && known != null) {
                parameter.setDescription(known);
            }
            if (parameter.getName().equals("If-Match")) {
                parameter.setRequired(true);
            }
        });
    }

    private static void headers(ResourceOperation operation, ResourceOperations operations) {
        operation.document().getResponses().getAPIResponses().forEach((status, response) -> {
            if (!status.startsWith("2")) {
                return;
            }
            response.addHeader(REQUEST_ID, reference(REQUEST_ID));
            boolean created = status.equals("201");
            if (created) {
                response.addHeader("Location", reference("Location"));
            }
            boolean versioned =
                    operations.hasVersions(operation.path()) || created && makesVersioned(operation, operations);
            if (versioned && !status.equals("204")) {
                response.addHeader("ETag", reference("ETag"));
            }
            describe(response, created);
        });
    }

    /** Whatever is made in a list stands under it, by its id. */
    private static boolean makesVersioned(ResourceOperation operation, ResourceOperations operations) {
        var item = operation.path() + "/{";
        return operations.stream()
                .map(ResourceOperation::path)
                .filter(path -> path.startsWith(item) && path.indexOf('/', item.length()) < 0)
                .anyMatch(operations::hasVersions);
    }

    private static void describe(APIResponse response, boolean created) {
        if (response.getDescription() == null || response.getDescription().equals("OK")) {
            response.setDescription(created ? "It was made." : "Done.");
        }
    }

    private static Header header(String description) {
        return OASFactory.createHeader().description(description).schema(TypeSchemas.ofType(SchemaType.STRING));
    }

    private static Header reference(String name) {
        return OASFactory.createHeader().ref(name);
    }
}
