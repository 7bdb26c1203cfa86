package dev.firstfill.identifiers;

import static dev.firstfill.identifiers.IdentifierRule.MEMBER_ID_FORM;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The number by which a plan knows its member (NCPDP field 302-C2). */
@Schema(type = SchemaType.STRING, examples = "W123456789", description = "The member id on an insurance card.")
public record MemberId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{1,20}");

    public MemberId {
        MEMBER_ID_FORM.demands(FORM.matcher(value).matches());
    }

    /** Drops spaces and hyphens: cards print them for the eye. Raises lower case: claims carry capitals only. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static MemberId parse(String typed) {
        return new MemberId(Typed.bare(typed));
    }

    @Override
    public String toString() {
        return "MemberId[hidden]";
    }
}
