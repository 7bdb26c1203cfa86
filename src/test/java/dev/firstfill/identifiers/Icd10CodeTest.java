package dev.firstfill.identifiers;

import static dev.firstfill.identifiers.Malformed.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Icd10CodeTest {

    @ParameterizedTest
    @CsvSource({
        "M05.79,   M05.79",
        "m0579,    M05.79",
        "M06.9,    M06.9",
        "G35,      G35",
        "G35.A,    G35.A",
        "C7A.021,  C7A.021",
        "c4a,      C4A",
        "C7B00,    C7B.00",
        "T36.0X1A, T36.0X1A",
        "t360x1a,  T36.0X1A",
        "U07.1,    U07.1",
        "' m05.79 ', M05.79",
        "M 05.79,  M05.79"
    })
    void has_a_dot_after_the_category_and_capitals(String typed, String canonical) {
        assertThat(Icd10Code.parse(typed).value()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "M",
                "M0",
                "M05.",
                "M05.79123",
                "M0579123",
                "MO5.79",
                "M0C",
                "505.79",
                "M05-79",
                "M05..7",
                "M.0579",
                "ı10",
                "M05.7ſ",
                "Ｍ05.79",
                "rheumatoid arthritis"
            })
    void refuses_what_is_not_shaped_like_a_code(String typed) {
        assertThat(codeOf(() -> Icd10Code.parse(typed))).isEqualTo("icd10-form");
    }

    @Test
    void knows_its_category() {
        assertThat(Icd10Code.parse("M05.79").category()).isEqualTo("M05");
        assertThat(Icd10Code.parse("G35").category()).isEqualTo("G35");
    }
}
