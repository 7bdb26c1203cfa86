package dev.firstfill.identifiers;

import static dev.firstfill.identifiers.IdentifierRule.NPI_CHECKSUM;
import static dev.firstfill.identifiers.IdentifierRule.NPI_FORM;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The number that CMS issues to every prescriber, pharmacist and pharmacy in the US. */
@Schema(
        type = SchemaType.STRING,
        examples = "1234567893",
        description = "A National Provider Identifier: ten digits, the last of which checks the others.")
public record Npi(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[12][0-9]{9}");

    /** What the prefix 80840 (health care, United States) adds to the Luhn sum of every NPI. */
    private static final int PREFIX_SUM = 24;

    public Npi {
        NPI_FORM.demands(FORM.matcher(value).matches());
        NPI_CHECKSUM.demands((PREFIX_SUM + luhnSum(value)) % 10 == 0);
    }

    /** Spaces and hyphens may stand anywhere. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Npi parse(String typed) {
        return new Npi(Typed.bare(typed));
    }

    /** The check digit stands last, so of ten digits the first, third, fifth, seventh and ninth count double. */
    private static int luhnSum(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            int counted = i % 2 == 0 ? 2 * digit : digit;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum;
    }
}
