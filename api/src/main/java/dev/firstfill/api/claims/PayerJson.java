package dev.firstfill.api.claims;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.firstfill.claims.ClaimTrouble;
import dev.firstfill.claims.PayerFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How what travels to and from payers is written and read: strictly, but for fields that nobody here knows. */
public final class PayerJson {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual, texts -> texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
            .build();

    private static final Pattern ONE_LINE = Pattern.compile("[^\\p{Cc}\\p{Cs}\\u2028\\u2029]*");

    private PayerJson() {}

    public static byte[] written(Object question) {
        try {
            return JSON.writeValueAsBytes(question);
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** @throws PayerFailed when it is nothing of the kind */
    public static <T> T read(byte[] body, Class<T> type) {
        T answer;
        try {
            answer = JSON.readValue(body, type);
        } catch (IOException noJson) {
            throw unreadable();
        }
        if (answer == null) {
            throw unreadable();
        }
        return answer;
    }

    /** @throws PayerFailed when it is longer, or more than one line */
    public static @Nullable String line(@Nullable String text, int max) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > max || !ONE_LINE.matcher(text).matches()) {
            throw unreadable();
        }
        return text;
    }

    public static PayerFailed unreadable() {
        return new PayerFailed(ClaimTrouble.ANSWER_UNREADABLE);
    }
}
