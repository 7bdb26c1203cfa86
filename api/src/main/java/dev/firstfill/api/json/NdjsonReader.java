package dev.firstfill.api.json;

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

/** Takes bodies apart into lines, within the limit of every body. */
@Provider
@Consumes(Ndjson.MEDIA_TYPE)
final class NdjsonReader implements MessageBodyReader<NdjsonBody<?>> {
    private final int bodyMax;

    NdjsonReader(@ConfigProperty(name = "firstfill.http.body-max-bytes") int bodyMax) {
        this.bodyMax = bodyMax;
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == NdjsonBody.class;
    }

    @Override
    public NdjsonBody<?> readFrom(
            Class<NdjsonBody<?>> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body) {
        // Without the header the framework takes the body for what we read.
        if (!headers.containsKey(HttpHeaders.CONTENT_TYPE)) {
            throw new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send %s.".formatted(Ndjson.MEDIA_TYPE));
        }
        return NdjsonBody.of(MeasuredBody.read(body, bodyMax));
    }
}
