package dev.firstfill.prescribing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The number on the label: {@code RX1001}. Counts up within the pharmacy, gaps included. */
@Schema(type = SchemaType.STRING, examples = "RX1001", description = "The number on the label.")
public record PrescriptionNumber(long value) implements PrescriptionReference {
    // 12 digits are more prescriptions than a pharmacy will ever see, and fit a long.
    private static final Pattern FORM = Pattern.compile("[Rr][Xx]([1-9][0-9]{0,11})");

    public static Optional<PrescriptionNumber> parse(String text) {
        var matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new PrescriptionNumber(Long.parseLong(matcher.group(1))))
                : Optional.empty();
    }

    @JsonValue
    @Override
    public String toString() {
        return "RX" + value;
    }
}
