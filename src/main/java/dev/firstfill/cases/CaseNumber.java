package dev.firstfill.cases;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The number that people say: {@code C1001}. Counts up within the pharmacy, gaps included. */
@Schema(type = SchemaType.STRING, examples = "C1001", description = "The number that people say.")
public record CaseNumber(long value) implements CaseReference {
    // 12 digits are more cases than a pharmacy will ever see, and fit a long.
    private static final Pattern FORM = Pattern.compile("[Cc]([1-9][0-9]{0,11})");

    public static Optional<CaseNumber> parse(String text) {
        var matcher = FORM.matcher(text);
        return matcher.matches() ? Optional.of(new CaseNumber(Long.parseLong(matcher.group(1)))) : Optional.empty();
    }

    @JsonValue
    @Override
    public String toString() {
        return "C" + value;
    }
}
