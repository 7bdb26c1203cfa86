package dev.firstfill.identifiers;

import static dev.firstfill.identifiers.IdentifierRule.NDC_AMBIGUOUS;
import static dev.firstfill.identifiers.IdentifierRule.NDC_FORM;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The FDA's code of one package of one drug: labeler, product, package.
 *
 * <p>Labels print ten digits in three layouts; claims need eleven, 5-4-2; from 7 March 2033 the FDA prints twelve,
 * 6-4-2. All of them pad the same three parts with zeros, so one package has one canonical form: 5-4-2 while the
 * labeler's number fits five digits, 6-4-2 for the labelers above 99999. Two NDCs are equal when they name the same
 * package, whichever of these forms each was written in: 00002-1433-80 equals 0002-1433-80 and 000002-1433-80.
 *
 * @param value canonical, with hyphens
 * @param original as it was written, for comparison with the label
 */
@Schema(
        type = SchemaType.STRING,
        examples = "00074-0554-02",
        description = "A package by its National Drug Code, answered as 5-4-2 or, for labelers above 99999, as 6-4-2.")
public record Ndc(@JsonValue String value, String original) {

    private static final Pattern PARTS = Pattern.compile("([0-9]{4,6})-([0-9]{3,4})-([0-9]{1,2})");
    private static final Set<String> LAYOUTS = Set.of("4-4-2", "5-3-2", "5-4-1", "5-4-2", "6-4-2", "6-3-2", "6-4-1");
    private static final Pattern ELEVEN_DIGITS = Pattern.compile("([0-9]{5})([0-9]{4})([0-9]{2})");

    // Twelve digits on a package are as likely its UPC bar code, which wraps a ten-digit NDC in two digits of its own.
    private static final Pattern NEEDS_HYPHENS = Pattern.compile("[0-9]{10}|[0-9]{12}");

    // Spaces are bounded because the original is kept: it has at most 26 characters.
    private static final Pattern SEPARATOR = Pattern.compile(" {0,3}- {0,3}| {1,3}");

    public Ndc {
        NDC_FORM.demands(canonical(original).equals(value));
    }

    /** Spaces may stand for the hyphens. Ten or twelve digits without either are refused as ambiguous. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Ndc parse(String typed) {
        var original = Typed.plain(typed);
        return new Ndc(canonical(original), original);
    }

    /** The eleven digits of a claim, or twelve for a labeler whose number needs six. */
    public String digits() {
        return value.replace("-", "");
    }

    /** 6-4-2, the only form on labels from 7 March 2033. */
    public String twelveDigitForm() {
        return value.indexOf('-') == 6 ? value : "0" + value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ndc ndc && value.equals(ndc.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    private static String canonical(String written) {
        NDC_AMBIGUOUS.demands(!NEEDS_HYPHENS.matcher(written).matches());
        var parts = parts(written);
        var labeler = parts.group(1);
        return "%s-%s-%s"
                .formatted(
                        labeler.length() == 6 && labeler.startsWith("0") ? labeler.substring(1) : padded(labeler, 5),
                        padded(parts.group(2), 4),
                        padded(parts.group(3), 2));
    }

    private static Matcher parts(String written) {
        var eleven = ELEVEN_DIGITS.matcher(written);
        if (eleven.matches()) {
            return eleven;
        }
        var parts = PARTS.matcher(SEPARATOR.matcher(written).replaceAll("-"));
        NDC_FORM.demands(parts.matches() && LAYOUTS.contains(layout(parts)));
        return parts;
    }

    private static String layout(Matcher parts) {
        return "%d-%d-%d"
                .formatted(
                        parts.group(1).length(),
                        parts.group(2).length(),
                        parts.group(3).length());
    }

    private static String padded(String digits, int length) {
        return "0".repeat(Math.max(0, length - digits.length())) + digits;
    }
}
