package dev.firstfill.identifiers;

import static dev.firstfill.identifiers.IdentifierRule.RX_GROUP_FORM;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The group of members on an insurance card (NCPDP field 301-C1). */
@Schema(type = SchemaType.STRING, examples = "RX4821", description = "The group on an insurance card.")
public record RxGroup(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9](?:[A-Z0-9 ._/-]{0,13}[A-Z0-9])?");

    public RxGroup {
        RX_GROUP_FORM.demands(FORM.matcher(value).matches());
    }

    /** Keeps inner spaces and marks, which are part of the code. Raises lower case: claims carry capitals only. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static RxGroup parse(String typed) {
        return new RxGroup(Typed.capitals(Typed.plain(typed)));
    }
}
