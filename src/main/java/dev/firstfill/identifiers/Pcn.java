package dev.firstfill.identifiers;

import static dev.firstfill.identifiers.IdentifierRule.PCN_FORM;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The processor control number: which of a processor's books a claim belongs to (NCPDP field 104-A4). */
@Schema(type = SchemaType.STRING, examples = "ADV", description = "The processor control number on an insurance card.")
public record Pcn(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9](?:[A-Z0-9._/-]{0,8}[A-Z0-9])?");

    public Pcn {
        PCN_FORM.demands(FORM.matcher(value).matches());
    }

    /** Drops spaces and keeps marks, which are part of the code. Raises lower case: claims carry capitals only. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Pcn parse(String typed) {
        return new Pcn(Typed.solid(typed));
    }
}
