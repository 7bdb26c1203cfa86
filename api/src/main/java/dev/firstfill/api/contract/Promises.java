package dev.firstfill.api.contract;

import dev.firstfill.api.http.EntityTags;
import dev.firstfill.api.security.Audit;
import dev.firstfill.api.security.Permission;
import dev.firstfill.api.security.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;

/** Who may call each operation, whether that is audited, and the headers of its successful answers. */
final class Promises {
    static final String REQUEST_ID = "X-Request-Id";

    /** By name: one that means two things in two places has two names. */
    private static final Map<String, String> PARAMETERS = Map.ofEntries(
            Map.entry("patient", "The patient's id, or the number that people say aloud: P1001."),
            Map.entry(
                    "record", "The record's id: its number in the chain and the beginning of its hash, 1207-9f8e7d6c."),
            Map.entry("access", "The emergency access's id."),
            Map.entry("prescriber", "The prescriber's id, or the NPI."),
            Map.entry("drug", "The drug's id, or its NDC in any of the forms in use."),
            Map.entry("authorisation", "The prior authorisation's id."),
            Map.entry("import", "The import's id."),
            Map.entry("prescription", "The prescription's id, or the number that people say: RX1001."),
            Map.entry("dispense", "The dispense's id, or the number on its label: D1001."),
            Map.entry("claim", "The claim's id, under which the payer knows it, too."),
            Map.entry("recall", "The recall's id."),
            Map.entry("location", "The stock location's id or its name."),
            Map.entry("lot", "The stock lot's id."),
            Map.entry("excursion", "The excursion's id."),
            Map.entry("count", "The stock count's id."),
            Map.entry("field", "The field's id."),
            Map.entry("template", "A version's id, a code for its present version, or both, as in ra.1."),
            Map.entry("assessment", "The assessment's id."),
            Map.entry("concern", "The concern's id."),
            Map.entry("task", "The task's id."),
            Map.entry("case", "The case's id, or the number that people say: C1001."),
            Map.entry("referral", "The referral's id."),
            Map.entry("version", "The version's number."),
            Map.entry("status", "Only those that are in it."),
            Map.entry("waitsFor", "Only those that wait for this party."),
            Map.entry("tenant", "The pharmacy's slug."),
            Map.entry("code", "The problem's code."),
            Map.entry("limit", "How many items at most: 50 when absent; brought into the range of 1 to 200."),
            Map.entry("state", "Only those that are so."),
            Map.entry("sort", "In which order of creation."),
            Map.entry("cursor", "The nextCursor of the page before, with the same sort."),
            Map.entry("If-Match", "The ETag of the version that the change is made from. * is refused."));

    private Promises() {}

    static void describe(ResourceOperations operations, Components components) {
        components.addHeader(REQUEST_ID, header("The id under which support finds the request."));
        components.addHeader(WriteOnce.REPLAYED, WriteOnce.replayed());
        components.addHeader("ETag", header("The version, for If-Match.").example(EntityTags.of(1)));
        components.addHeader("Location", header("Where what was made can be read."));
        RateLimits.describe(components);
        operations.stream().forEach(operation -> {
            permission(operation);
            WriteOnce.describe(operation);
            parameters(operation);
            headers(operation, operations);
        });
    }

    private static void permission(ResourceOperation operation) {
        var document = operation.document();
        var required = operation.permission().map(Promises::named);
        document.addExtension("x-permission", required.map(Permission::wireName).orElse("none"));
        document.setSecurity(required.map(permission -> List.of(identity())).orElse(List.of()));
        required.ifPresent(permission -> say(
                document,
                "Takes the permission `%s`, which is given to: %s."
                        .formatted(permission.wireName(), roles(permission))));
        // What is for everybody is about nobody.
        var audit = required.map(Permission::audit).orElse(Audit.NO_PATIENT_DATA);
        document.addExtension("x-audited", audit.isAudited());
        say(document, audit.sentence());
    }

    private static Permission named(String permission) {
        return Permission.named(permission)
                .orElseThrow(() -> new IllegalStateException("There is no permission " + permission + "."));
    }

    private static SecurityRequirement identity() {
        return OASFactory.createSecurityRequirement().addScheme(DocumentInfo.SECURITY_SCHEME, List.of());
    }

    private static void say(Operation document, String sentence) {
        var said = document.getDescription();
        document.setDescription(said == null ? sentence : said + "\n\n" + sentence);
    }

    private static String roles(Permission permission) {
        return Arrays.stream(Role.values())
                .filter(permission::isGivenTo)
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
            if (RateLimits.holdFor(operation)) {
                RateLimits.addTo(response);
            }
            if (WriteOnce.is(operation)) {
                response.addHeader(WriteOnce.REPLAYED, reference(WriteOnce.REPLAYED));
            }
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
