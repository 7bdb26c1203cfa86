package dev.firstfill.patients;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The number people say aloud for a patient: {@code P1001}. Counts up within the pharmacy, gaps included. */
@Schema(type = SchemaType.STRING, examples = "P1001", description = "The number people say aloud.")
public record PatientNumber(long value) implements PatientReference {
    // 12 digits are more patients than there are people, and fit a long.
    private static final Pattern FORM = Pattern.compile("[Pp]([1-9][0-9]{0,11})");

    public static Optional<PatientNumber> parse(String text) {
        var matcher = FORM.matcher(text);
        return matcher.matches() ? Optional.of(new PatientNumber(Long.parseLong(matcher.group(1)))) : Optional.empty();
    }

    @JsonValue
    @Override
    public String toString() {
        return "P" + value;
    }
}
