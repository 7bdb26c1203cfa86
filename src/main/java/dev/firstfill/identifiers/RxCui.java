package dev.firstfill.identifiers;

import static dev.firstfill.identifiers.IdentifierRule.RX_CUI_FORM;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The number of a drug concept in RxNorm, the naming system of the National Library of Medicine. */
@Schema(type = SchemaType.STRING, examples = "327361", description = "A drug concept of RxNorm.")
public record RxCui(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,7}");

    public RxCui {
        RX_CUI_FORM.demands(FORM.matcher(value).matches());
    }

    /** Spaces may stand around it. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static RxCui parse(String typed) {
        return new RxCui(Typed.solid(typed));
    }
}
