package dev.firstfill.identifiers;

import static dev.firstfill.identifiers.IdentifierRule.PHONE_AREA_CODE;
import static dev.firstfill.identifiers.IdentifierRule.PHONE_FORM;
import static dev.firstfill.identifiers.IdentifierRule.PHONE_UNASSIGNED;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.NumberParseException.ErrorType;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A phone number in E.164, with its extension, if any, as RFC 3966 writes it: {@code +13125550142;ext=204}.
 *
 * <p>Numbers without a country code are read as dialled in the US. Callers are matched by {@link #e164()}: a caller's
 * number never shows the extension.
 */
@Schema(
        type = SchemaType.STRING,
        examples = "+13125550142;ext=204",
        description =
                "A phone number in E.164, an extension as RFC 3966 writes it. Numbers as dialled in the US are read, too.")
public record PhoneNumber(@JsonValue String value) {

    private static final String DEFAULT_REGION = "US";
    private static final String EXTENSION_MARK = ";ext=";

    /** Internal extensions have up to seven digits, conference codes up to ten. */
    private static final String EXTENSION = "[0-9]{1,10}";

    private static final Pattern FORM = Pattern.compile("\\+[1-9][0-9]{1,14}(" + EXTENSION_MARK + EXTENSION + ")?");

    // 40 characters hold the longest number of 15 digits with generous punctuation. Letters in the number (1-800-…)
    // are left out: the library would read a number out of a sentence.
    private static final Pattern AS_WRITTEN = Pattern.compile(
            "(?<number>[-+0-9()./ ]{2,40}?) {0,3}(?:(?:;ext=|extension|extn?|x|#|,{1,3})[.: ]{0,3}(?<extension>"
                    + EXTENSION + "))?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern FICTIONAL = Pattern.compile("\\+1(?:[2-9][0-9]{2}55501[0-9]{2}|555[0-9]{7})");
    private static final PhoneNumberUtil NUMBERING_PLANS = PhoneNumberUtil.getInstance();

    /**
     * Checks the form only. Numbering plans change with each release of the library, and a number that was good on the
     * day it was kept must stay readable.
     */
    public PhoneNumber {
        PHONE_FORM.demands(FORM.matcher(value).matches());
    }

    /** Refuses numbers without area code and numbers that no numbering plan knows, fictional ones excepted. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PhoneNumber parse(String typed) {
        var written = AS_WRITTEN.matcher(Typed.plain(typed));
        PHONE_FORM.demands(written.matches());
        var e164 = assigned(written.group("number"));
        var extension = written.group("extension");
        return new PhoneNumber(extension == null ? e164 : e164 + EXTENSION_MARK + extension);
    }

    /** Without the extension. */
    public String e164() {
        int mark = value.indexOf(EXTENSION_MARK);
        return mark < 0 ? value : value.substring(0, mark);
    }

    public Optional<String> extension() {
        int mark = value.indexOf(EXTENSION_MARK);
        return mark < 0 ? Optional.empty() : Optional.of(value.substring(mark + EXTENSION_MARK.length()));
    }

    /**
     * The numbers 555-0100 to 555-0199 of each area code are kept free for stories, tests and sandboxes, and 555 is never
     * given out as an area code: synthetic patients have their numbers there.
     */
    public boolean isFictional() {
        return FICTIONAL.matcher(e164()).matches();
    }

    @Override
    public String toString() {
        return "PhoneNumber[hidden]";
    }

    private static String assigned(String number) {
        var read = read(number);
        var e164 = NUMBERING_PLANS.format(read, PhoneNumberFormat.E164);
        if (FICTIONAL.matcher(e164).matches()) {
            return e164;
        }
        var length = NUMBERING_PLANS.isPossibleNumberWithReason(read);
        PHONE_AREA_CODE.demands(length != ValidationResult.IS_POSSIBLE_LOCAL_ONLY);
        PHONE_UNASSIGNED.demands(NUMBERING_PLANS.isValidNumber(read));
        return e164;
    }

    private static Phonenumber.PhoneNumber read(String number) {
        try {
            return NUMBERING_PLANS.parse(number, DEFAULT_REGION);
        } catch (NumberParseException unreadable) {
            // The library's message quotes the number, so it must not travel on as the cause.
            throw unreadable.getErrorType() == ErrorType.NOT_A_NUMBER ? PHONE_FORM.broken() : PHONE_UNASSIGNED.broken();
        }
    }
}
