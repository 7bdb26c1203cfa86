package dev.firstfill.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads values that are written as one text in one form. The library's own readers take other forms as well: a number
 * for a date would be days since 1970, an empty list no date at all, and a UUID could come in base64.
 */
final class FromText<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1L;

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final transient Function<String, T> reading;

    private FromText(Class<T> type, Function<String, T> reading) {
        super(type);
        this.reading = reading;
    }

    static Module module() {
        return new SimpleModule("one form each")
                .addDeserializer(String.class, new FromText<>(String.class, text -> text))
                .addDeserializer(LocalDate.class, of(LocalDate.class, DATE, LocalDate::parse))
                .addDeserializer(UUID.class, of(UUID.class, ID, UUID::fromString))
                .addDeserializer(Instant.class, new FromText<>(Instant.class, Instant::parse))
                .addDeserializer(ZoneId.class, new FromText<>(ZoneId.class, ZoneId::of));
    }

    private static <T> FromText<T> of(Class<T> type, Pattern form, Function<String, T> reading) {
        return new FromText<>(type, text -> {
            if (!form.matcher(text).matches()) {
                throw new IllegalArgumentException("not in its form");
            }
            return reading.apply(text);
        });
    }

    @Override
    @SuppressWarnings("unchecked")
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return (T) context.handleUnexpectedToken(_valueClass, parser);
        }
        try {
            return reading.apply(parser.getText());
        } catch (IllegalArgumentException | DateTimeException malformed) {
            return (T) context.handleWeirdStringValue(_valueClass, "", "malformed");
        }
    }
}
