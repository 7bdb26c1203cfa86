package dev.firstfill.identifiers;

import static dev.firstfill.identifiers.Malformed.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPartsTest {

    @ParameterizedTest
    @CsvSource({
        "62704,        62704",
        "62704-1234,   62704-1234",
        "627041234,    62704-1234",
        "62704 - 1234, 62704-1234",
        "00501,        00501"
    })
    void a_zip_code_has_five_digits_or_nine(String typed, String canonical) {
        assertThat(ZipCode.parse(typed).value()).isEqualTo(canonical);
    }

    @Test
    void a_zip_code_gives_its_two_parts() {
        assertThat(ZipCode.parse("62704-1234").fiveDigits()).isEqualTo("62704");
        assertThat(ZipCode.parse("62704-1234").plusFour()).contains("1234");
        assertThat(ZipCode.parse("62704").plusFour()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "6270", "627041", "62704123", "6270412345", "6270A", "SW1A 1AA", "00000", "00012"})
    void refuses_what_is_no_zip_code(String typed) {
        assertThat(codeOf(() -> ZipCode.parse(typed))).isEqualTo("zip-form");
    }

    @ParameterizedTest
    @CsvSource({
        "IL, IL",
        "il, IL",
        "' Il ', IL",
        "Illinois, IL",
        "new york, NY",
        "dc, DC",
        "PR, PR",
        "Guam, GU",
        "AE, AE"
    })
    void a_state_is_read_by_code_or_name(String typed, UsState state) {
        assertThat(UsState.parse(typed)).isEqualTo(state);
    }

    @Test
    void knows_the_states_the_district_the_territories_and_the_military_codes() {
        assertThat(UsState.values()).hasSize(50 + 1 + 5 + 3 + 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "XX", "ON", "I", "ILL", "ıl", "Illinois, USA"})
    void refuses_what_is_no_state(String typed) {
        assertThat(codeOf(() -> UsState.parse(typed))).isEqualTo("state-unknown");
    }
}
