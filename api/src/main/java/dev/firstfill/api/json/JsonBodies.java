package dev.firstfill.api.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.DefaultDeserializationContext;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.firstfill.api.problem.ProblemException;
import dev.firstfill.api.problem.ProblemType;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads request bodies; what it returns has no mistake of form. */
@Singleton
public final class JsonBodies {
    private final ObjectMapper mapper = StrictJson.mapper();

    /** @throws ProblemException malformed-json, or invalid-body with every mistake */
    public <T> T read(byte[] body, Type type) {
        try (var parser = mapper.createParser(text(body))) {
            return read(parser, mapper.constructType(type));
        } catch (JacksonException malformed) {
            throw malformed(malformed);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** RFC 8259, section 8.1: UTF-8 and nothing else. The parser would guess, and take some of what is not. */
    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException otherEncoding) {
            throw new ProblemException(ProblemType.MALFORMED_JSON, "It is not UTF-8.");
        }
    }

    /** The same for a document that was put together here, such as the outcome of a merge patch. */
    public <T> T read(JsonNode document, Class<T> type) {
        try (var parser = mapper.treeAsTokens(document)) {
            return read(parser, mapper.constructType(type));
        } catch (JacksonException malformed) {
            throw malformed(malformed);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public JsonNode tree(Object document) {
        return mapper.valueToTree(document);
    }

    @SuppressWarnings("unchecked")
    private <T> T read(JsonParser source, JavaType type) throws IOException {
        var parser = new PlainText(source);
        DeserializationConfig config = mapper.getDeserializationConfig();
        var context = ((DefaultDeserializationContext) mapper.getDeserializationContext())
                .createInstance(config, parser, mapper.getInjectableValues());
        if (parser.nextToken() == null) {
            throw new ProblemException(ProblemType.MALFORMED_JSON, "The body is empty.");
        }
        var mistakes = MistakeCollector.of(context);
        T value = null;
        try {
            value = (T) context.readRootValue(parser, type, context.findRootValueDeserializer(type), null);
        } catch (MismatchedInputException mismatch) {
            // Reading cannot go on behind it, so mistakes that follow are found in the next round.
            mistakes.add(MistakeCollector.mismatch(mismatch));
        }
        mistakes.addAll(parser.mistakes());
        if (!mistakes.isEmpty()) {
            throw ProblemException.invalidBody(mistakes);
        }
        if (parser.nextToken() != null && parser.currentToken() != JsonToken.NOT_AVAILABLE) {
            throw new ProblemException(ProblemType.MALFORMED_JSON, "Something follows the end of the document.");
        }
        if (value == null) {
            throw new ProblemException(ProblemType.INVALID_BODY, "The body must be an object, not null.");
        }
        return value;
    }

    /** The parser's message quotes the body, so only the place is passed on. */
    private static ProblemException malformed(JacksonException failure) {
        var at = failure.getLocation();
        var detail = at == null
                ? "It cannot be read."
                : "It cannot be read beyond line %d, column %d.".formatted(at.getLineNr(), at.getColumnNr());
        return new ProblemException(ProblemType.MALFORMED_JSON, detail);
    }
}
