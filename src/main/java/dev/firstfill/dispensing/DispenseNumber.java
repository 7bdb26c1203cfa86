package dev.firstfill.dispensing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The number that stands on the label and the packing list: {@code D1001}. Counts up within the pharmacy, with gaps. */
@Schema(type = SchemaType.STRING, examples = "D1001", description = "The number on the label.")
public record DispenseNumber(long value) implements DispenseReference {
    private static final Pattern FORM = Pattern.compile("[Dd]([1-9][0-9]{0,11})");

    static Optional<DispenseNumber> parse(String text) {
        var matcher = FORM.matcher(text);
        return matcher.matches() ? Optional.of(new DispenseNumber(Long.parseLong(matcher.group(1)))) : Optional.empty();
    }

    @JsonValue
    @Override
    public String toString() {
        return "D" + value;
    }
}
