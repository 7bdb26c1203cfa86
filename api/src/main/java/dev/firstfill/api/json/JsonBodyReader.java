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

/** Puts {@link JsonBodies} between the wire and the resources. */
@Provider
@Consumes({MediaType.APPLICATION_JSON, MergePatch.MEDIA_TYPE})
final class JsonBodyReader implements MessageBodyReader<Object> {
    private final JsonBodies bodies;

    private final int bodyMax;

    JsonBodyReader(JsonBodies bodies, @ConfigProperty(name = "firstfill.http.body-max-bytes") int bodyMax) {
        this.bodies = bodies;
        this.bodyMax = bodyMax;
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return true;
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body) {
        var read = MergePatch.class.equals(type) ? MergePatch.MEDIA_TYPE : MediaType.APPLICATION_JSON;
        // Without the header the framework takes the body for what we read, and either of the two for the other.
        if (!headers.containsKey(HttpHeaders.CONTENT_TYPE)
                || !MediaType.valueOf(read).isCompatible(mediaType)) {
            throw new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send %s.".formatted(read));
        }
        var bytes = MeasuredBody.read(body, bodyMax);
        SentRequest.body(bytes);
        return bodies.read(bytes, genericType);
    }
}
