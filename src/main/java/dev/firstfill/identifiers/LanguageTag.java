package dev.firstfill.identifiers;

import static dev.firstfill.identifiers.IdentifierRule.LANGUAGE_FORM;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.IllformedLocaleException;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A language that someone speaks or reads, as a BCP 47 tag: en, es-MX, zh-Hant. Well formed, not looked up. */
@Schema(type = SchemaType.STRING, examples = "es-MX", description = "A language by its BCP 47 tag.")
public record LanguageTag(@JsonValue String value) {

    /** RFC 5646, 4.4.1: no tag without private extensions needs more. */
    private static final int MAX_LENGTH = 35;

    /** Longer ones are well formed but unassigned, and would let "english" pass as a code. */
    private static final int MAX_LANGUAGE_LENGTH = 3;

    public LanguageTag {
        LANGUAGE_FORM.demands(canonical(value).equals(value));
    }

    /** An underscore may stand for the hyphen, as programs write it: en_US. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static LanguageTag parse(String typed) {
        return new LanguageTag(canonical(Typed.plain(typed).replace('_', '-')));
    }

    public Locale locale() {
        return Locale.forLanguageTag(value);
    }

    private static String canonical(String tag) {
        LANGUAGE_FORM.demands(tag.length() <= MAX_LENGTH);
        try {
            var locale = new Locale.Builder().setLanguageTag(tag).build();
            int length = locale.getLanguage().length();
            LANGUAGE_FORM.demands(length > 0 && length <= MAX_LANGUAGE_LENGTH);
            return locale.toLanguageTag();
        } catch (IllformedLocaleException illFormed) {
            // Its message quotes the tag, so it must not travel on as the cause.
            throw LANGUAGE_FORM.broken();
        }
    }
}
