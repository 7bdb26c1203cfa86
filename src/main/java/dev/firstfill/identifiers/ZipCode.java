package dev.firstfill.identifiers;

import static dev.firstfill.identifiers.IdentifierRule.ZIP_FORM;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A US postal code, 62704 or 62704-1234. */
@Schema(type = SchemaType.STRING, examples = "60601", description = "A US postal code of five or nine digits.")
public record ZipCode(@JsonValue String value) {

    // No place has a code that begins with 000; a field that nobody filled in often does.
    private static final Pattern FORM = Pattern.compile("(?!000)[0-9]{5}(-[0-9]{4})?");

    private static final int SHORT_LENGTH = 5;
    private static final int LONG_LENGTH = 9;

    public ZipCode {
        ZIP_FORM.demands(FORM.matcher(value).matches());
    }

    /** The hyphen before the last four digits may be missing. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ZipCode parse(String typed) {
        var digits = Typed.bare(typed);
        return new ZipCode(
                digits.length() == LONG_LENGTH
                        ? digits.substring(0, SHORT_LENGTH) + "-" + digits.substring(SHORT_LENGTH)
                        : digits);
    }

    public String fiveDigits() {
        return value.substring(0, SHORT_LENGTH);
    }

    /** The four digits that narrow it down to a street or a building. */
    public Optional<String> plusFour() {
        return value.length() == SHORT_LENGTH ? Optional.empty() : Optional.of(value.substring(SHORT_LENGTH + 1));
    }

    /** Hidden: with a birth date, a ZIP code alone finds most people. */
    @Override
    public String toString() {
        return "ZipCode[hidden]";
    }
}
