package dev.firstfill.api.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Writes answers of many documents, each on a line of its own. */
@Provider
@Produces(Ndjson.MEDIA_TYPE)
final class NdjsonWriter implements MessageBodyWriter<Ndjson<?>> {
    private final ObjectMapper json;

    NdjsonWriter(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == Ndjson.class;
    }

    @Override
    public void writeTo(
            Ndjson<?> answer,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream stream)
            throws IOException {
        var text = new ByteArrayOutputStream();
        for (var line : answer.lines()) {
            text.write(json.writeValueAsBytes(line));
            text.write('\n');
        }
        text.writeTo(stream);
    }
}
