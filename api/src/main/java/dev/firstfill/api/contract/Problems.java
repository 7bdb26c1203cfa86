package dev.firstfill.api.contract;

import dev.firstfill.api.problem.Problem;
import java.lang.reflect.AnnotatedType;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Adds to each operation the problems that its form can lead to. Those that only its use case knows, 409 and 422, the
 * resource names itself with {@code @APIResponse}.
 */
final class Problems {
    private static final Map<String, String> DESCRIPTIONS = new TreeMap<>(Map.ofEntries(
            Map.entry("400", "The request does not fit the contract; errors names the places in the body."),
            Map.entry("401", "There is no valid access token."),
            Map.entry("403", "The role lacks the permission, or the token names no pharmacy that is served."),
            Map.entry("404", "It is not there, or not yours."),
            Map.entry("406", "None of the media types in Accept is one we answer in."),
            Map.entry("409", "The state forbids it, or a request with this Idempotency-Key is being worked on."),
            Map.entry("410", "It was there, and it was destroyed for good."),
            Map.entry("412", "It was changed since it was read: If-Match names another version."),
            Map.entry("413", "The body is larger than 256 KiB."),
            Map.entry("414", "The address is longer than 4 KiB."),
            Map.entry("415", "The body's media type is not the one expected."),
            Map.entry("422", "A rule refuses it, or this Idempotency-Key was sent with another request."),
            Map.entry("428", "If-Match is missing."),
            Map.entry("429", "Too many requests, or too many at once: try again after Retry-After."),
            Map.entry("500", "We made a mistake: traceId finds it."),
            Map.entry("503", "The platform cannot serve at the moment: try again after Retry-After.")));

    private final Components components;
    private final Content content;

    private Problems(Components components, Content content) {
        this.components = components;
        this.content = content;
    }

    static void describe(ResourceOperations operations, Components components, TypeSchemas schemas) {
        var problem = schemas.of(ProblemBody.TYPE, Reading.ANSWER);
        var content = OASFactory.createContent()
                .addMediaType(Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(problem));
        var problems = new Problems(components, content);
        DESCRIPTIONS.forEach(problems::share);
        operations.stream().forEach(problems::add);
    }

    private void share(String status, String description) {
        var response = OASFactory.createAPIResponse().description(description).content(content);
        withId(response);
        if (status.equals("401")) {
            response.addHeader("WWW-Authenticate", header("Bearer"));
        }
        if (status.equals("429")) {
            RateLimits.addTo(response);
        }
        if (status.equals("429") || status.equals("503")) {
            response.addHeader("Retry-After", header("Seconds to wait."));
        }
        components.addResponse("Problem" + status, response);
    }

    private void add(ResourceOperation operation) {
        boolean body = operation.document().getRequestBody() != null;
        boolean secured = operation.permission().isPresent();
        boolean versioned = operation.hasHeaderParameter("If-Match");
        var possible = new TreeMap<String, Boolean>(Map.ofEntries(
                Map.entry("400", body || versioned || operation.hasParameter(In.QUERY)),
                Map.entry("401", secured),
                Map.entry("403", secured),
                Map.entry("404", operation.hasParameter(In.PATH)),
                Map.entry("406", true),
                Map.entry("412", versioned),
                Map.entry("413", body),
                Map.entry("414", true),
                Map.entry("415", body),
                Map.entry("428", versioned),
                Map.entry("429", RateLimits.holdFor(operation)),
                Map.entry("500", true),
                Map.entry("503", secured)));
        var responses = operation.document().getResponses();
        responses.getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("4")) {
                withId(response.content(content));
            }
        });
        possible.forEach((status, occurs) -> {
            if (occurs && !responses.hasAPIResponse(status)) {
                responses.addAPIResponse(status, OASFactory.createAPIResponse().ref("Problem" + status));
            }
        });
    }

    private static void withId(APIResponse response) {
        response.addHeader(Promises.REQUEST_ID, OASFactory.createHeader().ref(Promises.REQUEST_ID));
    }

    private static org.eclipse.microprofile.openapi.models.headers.Header header(String description) {
        return OASFactory.createHeader().description(description).schema(TypeSchemas.ofType(SchemaType.STRING));
    }

    /** Reflection gives annotated types to places only; this is the place where the problem stands. */
    private record ProblemBody(Problem problem) {
        private static final AnnotatedType TYPE = ProblemBody.class.getRecordComponents()[0].getAnnotatedType();
    }
}
