package dev.firstfill.identifiers;

import static dev.firstfill.identifiers.Malformed.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.identifiers.DeaNumber.Registrant;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeaNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"AB1234563", "F91234563", "AJ5184279", "AP5836727"})
    void accepts_numbers_whose_checksum_fits(String number) {
        assertThat(DeaNumber.parse(number).value()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AB4523763", "BT3452147", "AB1234560"})
    void refuses_a_wrong_checksum(String number) {
        assertThat(codeOf(() -> DeaNumber.parse(number))).isEqualTo("dea-checksum");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab1234563", "AB 1234563", "AB-1234563", " a b 1 2 3 4 5 6 3 "})
    void reads_it_as_people_type_it(String typed) {
        assertThat(DeaNumber.parse(typed)).isEqualTo(new DeaNumber("AB1234563"));
    }

    @ParameterizedTest
    @CsvSource({
        "AB1234563, PRACTITIONER",
        "BB1234563, PRACTITIONER",
        "F91234563, PRACTITIONER",
        "GB1234563, PRACTITIONER",
        "MB1234563, MID_LEVEL_PRACTITIONER",
        "PB1234563, DISTRIBUTOR",
        "RB1234563, DISTRIBUTOR"
    })
    void tells_the_kind_of_registrant_by_the_first_letter(String number, Registrant registrant) {
        assertThat(DeaNumber.parse(number).registrant()).isEqualTo(registrant);
    }

    @Test
    void refuses_the_retired_x_numbers_and_says_so() {
        assertThat(codeOf(() -> DeaNumber.parse("XB1234563"))).isEqualTo("dea-retired");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CB1234563", "NB1234563", "ZB1234563"})
    void refuses_first_letters_that_no_registrant_has(String number) {
        assertThat(codeOf(() -> DeaNumber.parse(number))).isEqualTo("dea-registrant");
    }

    @Test
    void keeps_an_institutions_own_code_apart() {
        var resident = DeaNumber.parse("ab1234563 - m12");

        assertThat(resident.value()).isEqualTo("AB1234563-M12");
        assertThat(resident.institutionalCode()).contains("M12");
        assertThat(DeaNumber.parse("AB1234563").institutionalCode()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1234563",
                "A1234563",
                "A81234563",
                "AB123456",
                "AB12345633",
                "9B1234563",
                "AB1234563-",
                "AB1234563-12345678901",
                "AB1234563-1-2",
                "AB1234563M12",
                "ÄB1234563"
            })
    void refuses_what_is_not_shaped_like_a_dea_number(String typed) {
        assertThat(codeOf(() -> DeaNumber.parse(typed))).isEqualTo("dea-form");
    }

    @Property
    void a_wrong_digit_in_an_odd_place_never_goes_unnoticed(
            @ForAll @IntRange(max = 999_999) int six, @ForAll @IntRange(max = 9) int digit) {
        var number = "AB%06d".formatted(six);
        int sum = 0;
        for (int place = 1; place <= 6; place++) {
            sum += (number.charAt(place + 1) - '0') * (place % 2 == 0 ? 2 : 1);
        }
        var good = number + sum % 10;
        var wrong = "AB" + good.charAt(2) + good.charAt(3) + digit + good.substring(5);
        Assume.that(!wrong.equals(good));

        assertThat(codeOf(() -> DeaNumber.parse(good))).isEqualTo("accepted");
        assertThat(codeOf(() -> DeaNumber.parse(wrong))).isEqualTo("dea-checksum");
    }
}
