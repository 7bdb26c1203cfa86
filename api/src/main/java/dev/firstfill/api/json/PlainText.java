package dev.firstfill.api.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import dev.firstfill.api.problem.Problem.FieldError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Watches what a parser reads for what is JSON and yet nothing that anybody wrote: control characters, halves of
 * characters, numbers beyond all measure. PostgreSQL keeps none of the first two, and a number such as 1e999999999 is
 * short until somebody writes it out.
 */
final class PlainText extends JsonParserDelegate {
    /** 1e9 is more than any quantity, price or count of this trade. */
    private static final int EXPONENT_DIGITS_MAX = 1;

    private final List<FieldError> mistakes = new ArrayList<>();

    PlainText(JsonParser parser) {
        super(parser);
    }

    List<FieldError> mistakes() {
        return mistakes;
    }

    @Override
    public JsonToken nextToken() throws IOException {
        var token = super.nextToken();
        if (token == JsonToken.VALUE_STRING && !isPlain(getText())) {
            note(getParsingContext(), "wrong-character", "must not have control characters, or halves of characters");
        } else if (token == JsonToken.FIELD_NAME && !isPlain(getText())) {
            // The place named is the object: a pointer to the property would repeat its name.
            note(
                    getParsingContext().getParent(),
                    "wrong-character",
                    "must not have control characters, or halves of characters, in a name");
        } else if (token == JsonToken.VALUE_NUMBER_FLOAT && isBeyondMeasure(getText())) {
            // Not noted and read on, as other mistakes are: reading it on is what it is refused for.
            throw new JsonParseException(this, "number beyond all measure");
        }
        return token;
    }

    private void note(JsonStreamContext place, String code, String message) {
        if (mistakes.size() < MistakeCollector.MISTAKES_MAX) {
            mistakes.add(new FieldError(place.pathAsPointer().toString(), code, message));
        }
    }

    private static boolean isPlain(String text) {
        return text.codePoints().allMatch(PlainText::isPlain);
    }

    /** Lines and tabs are how people write notes. */
    private static boolean isPlain(int character) {
        boolean layout = character == '\n' || character == '\r' || character == '\t';
        return layout || Character.getType(character) != Character.CONTROL && !isHalf(character);
    }

    private static boolean isHalf(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }

    private static boolean isBeyondMeasure(String number) {
        int exponent = Math.max(number.indexOf('e'), number.indexOf('E'));
        if (exponent < 0) {
            return false;
        }
        var digits = number.substring(exponent + 1).replaceFirst("^[+-]?0*", "");
        return digits.length() > EXPONENT_DIGITS_MAX;
    }
}
