package dev.firstfill.identifiers;

import static dev.firstfill.identifiers.IdentifierRule.ICD10_FORM;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A diagnosis in ICD-10-CM, such as M05.79, with its dot and in capitals.
 *
 * <p>Well formed is not valid: codes come and go each October, and a category may stop being billable when it is
 * divided. Only a table of codes with dates can tell.
 */
@Schema(type = SchemaType.STRING, examples = "M05.79", description = "A diagnosis in ICD-10-CM, with its dot.")
public record Icd10Code(@JsonValue String value) {

    private static final int CATEGORY_LENGTH = 3;
    private static final Pattern FORM = Pattern.compile("[A-Z][0-9][0-9AB](\\.[0-9A-Z]{1,4})?");
    private static final Pattern WITHOUT_DOT = Pattern.compile("[A-Z][0-9][0-9AB][0-9A-Z]{1,4}");

    public Icd10Code {
        ICD10_FORM.demands(FORM.matcher(value).matches());
    }

    /** The dot may be missing, as in claims; lower case is raised. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Icd10Code parse(String typed) {
        var code = Typed.solid(typed);
        return new Icd10Code(WITHOUT_DOT.matcher(code).matches() ? dotted(code) : code);
    }

    /** The first three characters: M05 of M05.79. */
    public String category() {
        return value.substring(0, CATEGORY_LENGTH);
    }

    private static String dotted(String code) {
        return code.substring(0, CATEGORY_LENGTH) + "." + code.substring(CATEGORY_LENGTH);
    }
}
