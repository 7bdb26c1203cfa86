package dev.firstfill.api.contract;

import dev.firstfill.api.json.MergePatch;
import dev.firstfill.api.json.SentDocument;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Parameter;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** What goes over the wire in both directions: parameters, request bodies and successful answers, with examples. */
final class Bodies {
    private static final String ANY_JSON = "json";

    private final TypeSchemas schemas;
    private final Examples requests = Examples.ofRequests();
    private final Examples answers = Examples.ofAnswers();

    Bodies(TypeSchemas schemas) {
        this.schemas = schemas;
    }

    /** Requests first: a type that goes both ways is described as the stricter side, ours, reads it. */
    void describe(ResourceOperations operations) {
        operations.stream().forEach(this::parameters);
        operations.stream().forEach(operation -> request(operation, operations));
        operations.stream().forEach(this::answer);
    }

    private void parameters(ResourceOperation operation) {
        var parameters = operation.document().getParameters();
        if (parameters == null) {
            return;
        }
        parameters.forEach(parameter -> operation
                .parameter(parameter.getName())
                .ifPresent(argument -> parameter.setSchema(parameter(argument))));
    }

    private Schema parameter(Parameter argument) {
        var schema = schemas.of(argument.getAnnotatedType(), Reading.REQUEST);
        var absent = argument.getAnnotation(DefaultValue.class);
        return absent == null ? schema : schema.defaultValue(absent.value());
    }

    private void request(ResourceOperation operation, ResourceOperations operations) {
        var body = operation.document().getRequestBody();
        if (body == null) {
            return;
        }
        var schema = requested(operation, operations);
        body.required(true).getContent().getMediaTypes().forEach((name, media) -> {
            if (name.equals(SentDocument.FHIR)) {
                // Whose contract it is says https://hl7.org/fhir/R4.
                media.setSchema(TypeSchemas.ofType(SchemaType.OBJECT).description("A resource of FHIR R4."));
                return;
            }
            media.setSchema(schema);
            requests.of(operation.id()).ifPresent(media::setExample);
        });
    }

    private Schema requested(ResourceOperation operation, ResourceOperations operations) {
        var type = operation
                .bodyType()
                .orElseThrow(() -> new IllegalStateException(operation.id() + " has a body and no argument for it."));
        if (TypeSchemas.raw(type) != MergePatch.class) {
            return schemas.of(type, Reading.REQUEST);
        }
        var replaced = operations
                .at(operation.path(), HttpMethod.PUT)
                .flatMap(ResourceOperation::bodyType)
                .orElseThrow(() -> new IllegalStateException(
                        operation.id() + " changes in parts what no PUT of the same path replaces."));
        schemas.of(replaced, Reading.REQUEST);
        var patch = new PatchSchemas(schemas.components()).of(TypeSchemas.name(TypeSchemas.raw(replaced)));
        return OASFactory.createSchema().ref(patch);
    }

    private void answer(ResourceOperation operation) {
        var type = answered(operation.method().getAnnotatedReturnType());
        operation.document().getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2") && !status.equals("204")) {
                type.ifPresent(item -> describe(operation, response, item));
            }
        });
    }

    private void describe(ResourceOperation operation, APIResponse response, AnnotatedType type) {
        // The framework forgets the content of answers other than 200 that have a description of their own.
        if (response.getContent() == null) {
            response.setContent(
                    OASFactory.createContent().addMediaType(operation.answerMediaType(), OASFactory.createMediaType()));
        }
        response.getContent().getMediaTypes().forEach((name, media) -> {
            if (name.endsWith(ANY_JSON)) {
                media.setSchema(schemas.of(type, Reading.ANSWER));
                answers.of(operation.id()).ifPresent(media::setExample);
            }
        });
    }

    /** What remains when the promise and the envelope are taken off. */
    private static Optional<AnnotatedType> answered(AnnotatedType type) {
        var raw = TypeSchemas.raw(type);
        if (raw == Uni.class || raw == RestResponse.class) {
            return answered(TypeSchemas.argument(type, 0));
        }
        return raw == void.class || raw == Void.class ? Optional.empty() : Optional.of(type);
    }
}
