package dev.firstfill.api.contract;

import dev.firstfill.api.idempotency.WritesOnce;
import dev.firstfill.tenancy.door.IdempotencyKey;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;

/** The key under which a write may be sent again, where the method takes one. */
final class WriteOnce {
    static final String REPLAYED = "Idempotency-Replayed";

    private static final String KEY = "Idempotency-Key";

    private WriteOnce() {}

    static boolean is(ResourceOperation operation) {
        return operation.method().isAnnotationPresent(WritesOnce.class);
    }

    static void describe(ResourceOperation operation) {
        if (!is(operation)) {
            return;
        }
        operation.document().addParameter(key());
        var responses = operation.document().getResponses();
        responses.addAPIResponse("409", OASFactory.createAPIResponse().ref("Problem409"));
        if (!responses.hasAPIResponse("422")) {
            responses.addAPIResponse("422", OASFactory.createAPIResponse().ref("Problem422"));
        }
    }

    private static Parameter key() {
        var text = TypeSchemas.ofType(SchemaType.STRING)
                .minLength(1)
                .maxLength(IdempotencyKey.LENGTH_MAX)
                .pattern("^[!-~]+$")
                .addExample("5f1f3c2e-8d0a-4b52-9f86-2f2f0f6a9d11");
        return OASFactory.createParameter()
                .name(KEY)
                .in(In.HEADER)
                .required(false)
                .schema(text)
                .description("Names this wish. Sent again with the same key within a day, it is answered as the first"
                        + " time and not done again. What was refused was not done, and may be sent again.");
    }

    static Header replayed() {
        return OASFactory.createHeader()
                .description("true when this is the answer to an earlier request with the same Idempotency-Key.")
                .schema(TypeSchemas.ofType(SchemaType.STRING));
    }
}
