package dev.firstfill.identifiers;

import static dev.firstfill.identifiers.IdentifierRule.NCPDP_FORM;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The number by which NCPDP, and every payer, knows a pharmacy. */
@Schema(type = SchemaType.STRING, examples = "1234567", description = "A pharmacy's number with the NCPDP.")
public record NcpdpProviderId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[0-9]{7}");

    public NcpdpProviderId {
        NCPDP_FORM.demands(FORM.matcher(value).matches());
    }

    /** Spaces and hyphens may stand anywhere. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static NcpdpProviderId parse(String typed) {
        return new NcpdpProviderId(Typed.bare(typed));
    }
}
