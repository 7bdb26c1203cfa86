package dev.firstfill.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.firstfill.api.problem.Problem.FieldError;
import dev.firstfill.customfields.CustomFieldsRefused;
import dev.firstfill.identifiers.MalformedIdentifier;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes each mistake down with its place and reads on, so that a client learns of all of them at once. What is read
 * after a mistake is thrown away by {@link JsonBodies}, so the nulls returned here are never seen.
 */
final class MistakeCollector extends DeserializationProblemHandler {
    /** Enough to act on; a body that is wrong in more places than that is of another kind. */
    static final int MISTAKES_MAX = 50;

    private static final Object KEY = new Object();

    @SuppressWarnings("unchecked")
    static List<FieldError> of(DeserializationContext context) {
        var mistakes = (List<FieldError>) context.getAttribute(KEY);
        if (mistakes == null) {
            mistakes = new ArrayList<>();
            context.setAttribute(KEY, mistakes);
        }
        return mistakes;
    }

    private static void note(DeserializationContext context, String pointer, String code, String message) {
        var mistakes = of(context);
        if (mistakes.size() < MISTAKES_MAX) {
            mistakes.add(new FieldError(pointer, code, message));
        }
    }

    private static String here(DeserializationContext context) {
        return context.getParser().getParsingContext().pathAsPointer().toString();
    }

    /**
     * Where the object is whose last property was just read. Properties that a record does not have are set aside and
     * handed over when it is complete, when the parser stands behind it or at the name that follows.
     */
    private static String held(DeserializationContext context) {
        var place = context.getParser().getParsingContext();
        var object = context.getParser().currentToken() == JsonToken.FIELD_NAME ? place.getParent() : place;
        return object.pathAsPointer().toString();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            JsonDeserializer<?> deserializer,
            Object beanOrClass,
            String propertyName)
            throws IOException {
        var place = parser == context.getParser() ? here(context) : held(context) + '/' + escaped(propertyName);
        note(context, place, "unknown-property", "is not a property of this resource, or cannot be written");
        parser.skipChildren();
        return true;
    }

    @Override
    public Object handleWeirdStringValue(
            DeserializationContext context, Class<?> targetType, String value, String failure) {
        note(context, here(context), "wrong-value", "must be " + Expected.of(targetType));
        return null;
    }

    @Override
    public Object handleWeirdNumberValue(
            DeserializationContext context, Class<?> targetType, Number value, String failure) {
        note(context, here(context), "wrong-value", "must be " + Expected.of(targetType));
        return null;
    }

    @Override
    public Object handleUnexpectedToken(
            DeserializationContext context, JavaType targetType, JsonToken token, JsonParser parser, String failure)
            throws IOException {
        note(context, here(context), "wrong-type", "must be " + Expected.of(targetType.getRawClass()));
        parser.skipChildren();
        return null;
    }

    @Override
    public Object handleInstantiationProblem(
            DeserializationContext context, Class<?> type, Object argument, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case MalformedIdentifier malformed -> {
                    note(context, here(context), malformed.code(), malformed.getMessage());
                    return null;
                }
                case CustomFieldsRefused refused -> throw refused;
                default -> {}
            }
        }
        note(context, here(context), "wrong-value", "must be " + Expected.of(type));
        return null;
    }

    /** For what Jackson refuses without asking anybody, such as a number where a text is expected. */
    static FieldError mismatch(MismatchedInputException mismatch) {
        var pointer = new StringBuilder();
        for (var step : mismatch.getPath()) {
            var name = step.getFieldName();
            pointer.append('/').append(name == null ? "" + step.getIndex() : escaped(name));
        }
        var type = mismatch.getTargetType();
        return new FieldError(
                pointer.toString(), "wrong-type", "must be " + Expected.of(type == null ? String.class : type));
    }
}
