package dev.firstfill.identifiers;

import static dev.firstfill.identifiers.IdentifierRule.BIN_FORM;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The number on an insurance card that routes a claim to its processor: six digits, eight from NCPDP version F6. */
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
