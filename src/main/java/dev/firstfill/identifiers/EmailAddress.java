package dev.firstfill.identifiers;

import static dev.firstfill.identifiers.IdentifierRule.EMAIL_FORM;
import static dev.firstfill.identifiers.IdentifierRule.EMAIL_LENGTH;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An e-mail address of the everyday kind. Refused, though RFC 5322 knows them: quoted names, comments, IP addresses and
 * bare host names as domains, letters outside ASCII (an international domain is written in its xn-- form).
 *
 * <p>The domain is kept in lower case; the name as written, since only the receiving host may ignore its case.
 */
@Schema(
        type = SchemaType.STRING,
        examples = "marisol.vega@example.com",
        description = "An e-mail address, its domain in lower case.")
public record EmailAddress(@JsonValue String value) {

    /** RFC 5321: a path has 256 characters, of which two are the angle brackets around the address. */
    private static final int MAX_LENGTH = 254;

    /** RFC 5321, 4.5.3.1.1. */
    private static final int MAX_NAME_LENGTH = 64;

    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}";
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final String TOP_LEVEL = "(?:[a-z]{2,63}|xn--[a-z0-9-]{0,58}[a-z0-9])";
    private static final Pattern FORM =
            Pattern.compile(ATOM + "(?:\\." + ATOM + ")*@(?:" + LABEL + "\\.)+" + TOP_LEVEL);

    public EmailAddress {
        EMAIL_LENGTH.demands(value.length() <= MAX_LENGTH && value.lastIndexOf('@') <= MAX_NAME_LENGTH);
        EMAIL_FORM.demands(FORM.matcher(value).matches());
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static EmailAddress parse(String typed) {
        var address = Typed.plain(typed);
        int at = address.lastIndexOf('@') + 1;
        return new EmailAddress(address.substring(0, at) + Typed.smalls(address.substring(at)));
    }

    @Override
    public String toString() {
        return "EmailAddress[hidden]";
    }
}
