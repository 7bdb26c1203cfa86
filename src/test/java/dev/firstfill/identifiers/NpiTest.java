package dev.firstfill.identifiers;

import static dev.firstfill.identifiers.Malformed.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NpiTest {

    @ParameterizedTest
    @ValueSource(strings = {"1234567893", "1558598797", "1245319599"})
    void accepts_numbers_whose_checksum_fits(String npi) {
        assertThat(Npi.parse(npi).value()).isEqualTo(npi);
    }

    @ParameterizedTest
    @ValueSource(strings = {"123-456-7893", " 1234 567 893 ", "1234567893\u00a0", "\u202a1234567893\u202c"})
    void reads_it_as_people_type_and_paste_it(String typed) {
        assertThat(Npi.parse(typed)).isEqualTo(new Npi("1234567893"));
    }

    @Test
    void refuses_a_wrong_checksum() {
        assertThat(codeOf(() -> Npi.parse("1234567890"))).isEqualTo("npi-checksum");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "123456789", "12345678933", "0234567893", "3234567894", "123456789E", "١٢٣٤٥٦٧٨٩٣"})
    void refuses_what_is_not_ten_digits_beginning_with_1_or_2(String typed) {
        assertThat(codeOf(() -> Npi.parse(typed))).isEqualTo("npi-form");
    }

    @Test
    void cannot_be_made_around_the_rule() {
        assertThat(codeOf(() -> new Npi("123-456-7893"))).isEqualTo("npi-form");
        assertThat(codeOf(() -> new Npi("1234567890"))).isEqualTo("npi-checksum");
    }

    @Property
    void no_single_wrong_digit_goes_unnoticed(
            @ForAll("npis") String npi, @ForAll @IntRange(max = 9) int place, @ForAll @IntRange(max = 9) int digit) {
        Assume.that(npi.charAt(place) != '0' + digit);

        var wrong = npi.substring(0, place) + digit + npi.substring(place + 1);

        assertThat(codeOf(() -> Npi.parse(wrong))).isIn("npi-checksum", "npi-form");
    }

    @Property
    void two_neighbours_swapped_are_noticed_save_for_0_and_9(
            @ForAll("npis") String npi, @ForAll @IntRange(max = 8) int place) {
        var neighbours = npi.substring(place, place + 2);
        Assume.that(neighbours.charAt(0) != neighbours.charAt(1));

        var swapped = npi.substring(0, place) + npi.charAt(place + 1) + npi.charAt(place) + npi.substring(place + 2);

        if (neighbours.equals("09") || neighbours.equals("90")) {
            assertThat(codeOf(() -> Npi.parse(swapped))).isIn("accepted", "npi-form");
        } else {
            assertThat(codeOf(() -> Npi.parse(swapped))).isIn("npi-checksum", "npi-form");
        }
    }

    @Property
    void exactly_one_check_digit_fits_any_nine_digits(
            @ForAll @IntRange(min = 100_000_000, max = 299_999_999) int nine) {
        assertThat(Arbitraries.integers().between(0, 9).allValues().orElseThrow())
                .filteredOn(check -> codeOf(() -> Npi.parse("" + nine + check)).equals("accepted"))
                .hasSize(1);
    }

    @Provide
    Arbitrary<String> npis() {
        return Arbitraries.integers().between(100_000_000, 299_999_999).map(NpiTest::withCheckDigit);
    }

    /** The rule's other wording: Luhn over 80840 and the number, worked out independently of the class under test. */
    private static String withCheckDigit(int nineDigits) {
        var digits = "80840" + nineDigits;
        int sum = 0;
        for (int fromRight = 0; fromRight < digits.length(); fromRight++) {
            int digit = digits.charAt(digits.length() - 1 - fromRight) - '0';
            sum += fromRight % 2 == 0 ? digit * 2 / 10 + digit * 2 % 10 : digit;
        }
        return nineDigits + String.valueOf((10 - sum % 10) % 10);
    }
}
