package dev.firstfill.identifiers;

import static dev.firstfill.identifiers.IdentifierRule.BIN_FORM;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The number on an insurance card that routes a claim to its processor: six digits, eight from NCPDP version F6. */
@Schema(
        type = SchemaType.STRING,
        examples = "610502",
        description = "The bank identification number on an insurance card: where pharmacy claims go.")
public record Bin(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[0-9]{6}(?:[0-9]{2})?");

    public Bin {
        BIN_FORM.demands(FORM.matcher(value).matches());
    }

    /** Spaces and hyphens may stand anywhere. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Bin parse(String typed) {
        return new Bin(Typed.bare(typed));
    }
}
