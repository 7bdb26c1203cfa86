package dev.firstfill.identifiers;

import static dev.firstfill.identifiers.IdentifierRule.DEA_CHECKSUM;
import static dev.firstfill.identifiers.IdentifierRule.DEA_FORM;
import static dev.firstfill.identifiers.IdentifierRule.DEA_REGISTRANT;
import static dev.firstfill.identifiers.IdentifierRule.DEA_RETIRED;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The number under which the DEA registers whoever handles controlled substances, such as AB1234563, or AB1234563-M12
 * for someone who prescribes under an institution's number.
 *
 * <p>The second letter is the surname's initial on the day of issue, or 9 for a business. It is not compared with the
 * prescriber's name: names change, numbers stay.
 */
@Schema(
        type = SchemaType.STRING,
        examples = "AB1234563",
        description = "A registration with the DEA, which ends in a check digit.")
public record DeaNumber(@JsonValue String value) {

    // 21 CFR 1301.22(c): the institution's own code is made of letters and digits and follows a hyphen. The rule sets
    // no length; ten leaves ample room for those in use.
    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z9][0-9]{7}(-[A-Z0-9]{1,10})?");

    private static final Pattern HYPHEN_AFTER_LETTERS = Pattern.compile("^([A-Z][A-Z9])-(?=[0-9]{7})");
    private static final int LENGTH_WITHOUT_SUFFIX = 9;

    /** What the first letter says about the registrant. */
    public enum Registrant {
        /** Physicians, hospitals, clinics, teaching institutions and pharmacies. */
        PRACTITIONER("ABFG"),
        /** Nurse practitioners, physician assistants and the like. */
        MID_LEVEL_PRACTITIONER("M"),
        /** Manufacturers, distributors, researchers and treatment programmes. */
        DISTRIBUTOR("PR");

        private final String letters;

        Registrant(String letters) {
            this.letters = letters;
        }

        private static Optional<Registrant> of(char letter) {
            return Arrays.stream(values())
                    .filter(registrant -> registrant.letters.indexOf(letter) >= 0)
                    .findFirst();
        }
    }

    public DeaNumber {
        DEA_FORM.demands(FORM.matcher(value).matches());
        // The X numbers of buprenorphine prescribers ended with the Consolidated Appropriations Act, 2023, s. 1262.
        DEA_RETIRED.demands(value.charAt(0) != 'X');
        DEA_REGISTRANT.demands(Registrant.of(value.charAt(0)).isPresent());
        DEA_CHECKSUM.demands(checkDigit(value) == digit(value, 7));
    }

    /** Spaces may stand anywhere, a hyphen after the letters; lower case is raised. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DeaNumber parse(String typed) {
        return new DeaNumber(HYPHEN_AFTER_LETTERS.matcher(Typed.solid(typed)).replaceFirst("$1"));
    }

    public Registrant registrant() {
        return Registrant.of(value.charAt(0)).orElseThrow();
    }

    /** The code by which an institution tells apart those who prescribe under its number. */
    public Optional<String> institutionalCode() {
        return value.length() == LENGTH_WITHOUT_SUFFIX
                ? Optional.empty()
                : Optional.of(value.substring(LENGTH_WITHOUT_SUFFIX + 1));
    }

    private static int checkDigit(String value) {
        int odd = digit(value, 1) + digit(value, 3) + digit(value, 5);
        int even = digit(value, 2) + digit(value, 4) + digit(value, 6);
        return (odd + 2 * even) % 10;
    }

    /** Counted from 1 after the two letters, as the DEA describes its checksum. */
    private static int digit(String value, int place) {
        return value.charAt(place + 1) - '0';
    }
}
