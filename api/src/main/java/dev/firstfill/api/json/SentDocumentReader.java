package dev.firstfill.api.json;

import dev.firstfill.api.idempotency.SentRequest;
import dev.firstfill.api.problem.ProblemException;
import dev.firstfill.api.problem.ProblemType;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Takes documents as they are; bundles in FHIR may be larger than other bodies. */
@Provider
@Consumes({MediaType.APPLICATION_JSON, SentDocument.FHIR})
final class SentDocumentReader implements MessageBodyReader<SentDocument<?>> {
    private final int bodyMax;
    private final int bundleMax;

    SentDocumentReader(
            @ConfigProperty(name = "firstfill.http.body-max-bytes") int bodyMax,
            @ConfigProperty(name = "firstfill.http.bundle-max-bytes") int bundleMax) {
        this.bodyMax = bodyMax;
        this.bundleMax = bundleMax;
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == SentDocument.class;
    }

    @Override
    public SentDocument<?> readFrom(
            Class<SentDocument<?>> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body) {
        // Without the header the framework takes the body for what we read.
        if (!headers.containsKey(HttpHeaders.CONTENT_TYPE)) {
            throw new ProblemException(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "Send %s or %s.".formatted(SentDocument.FHIR, MediaType.APPLICATION_JSON));
        }
        var sent = mediaType.getType() + '/' + mediaType.getSubtype();
        var bytes = MeasuredBody.read(body, sent.equals(SentDocument.FHIR) ? bundleMax : bodyMax);
        SentRequest.body(bytes);
        return new SentDocument<>(sent, bytes);
    }
}
