package dev.firstfill.customfields;

import static dev.firstfill.customfields.Fields.codes;
import static dev.firstfill.customfields.Fields.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each type of field takes, and in which form it is kept. */
class CustomFieldValuesTest {

    @Nested
    class A_text {

        @Test
        void has_as_many_characters_as_the_field_allows_and_no_more() {
            assertThat(codes(Map.of("nickname", "😀".repeat(20)), Fields.ALL)).isEmpty();
            assertThat(codes(Map.of("nickname", "😀".repeat(21)), Fields.ALL))
                    .containsExactly("custom-field-text-length");
        }

        @Test
        void has_two_thousand_characters_where_the_field_sets_no_limit() {
            var fields = List.of(Fields.text("remarks", null));

            assertThat(codes(Map.of("remarks", "x".repeat(2_000)), fields)).isEmpty();
            assertThat(codes(Map.of("remarks", "x".repeat(2_001)), fields)).containsExactly("custom-field-text-length");
        }

        @Test
        void may_have_several_lines() {
            assertThat(codes(Map.of("nickname", "Ada\r\n\tCountess"), Fields.ALL))
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"a\u0000b", "a\u001bb", "a\u0085b", "a\ud83d", "\ude00a"})
        void has_no_characters_that_cannot_be_kept(String text) {
            assertThat(codes(Map.of("nickname", text), Fields.ALL)).containsExactly("custom-field-text-characters");
        }

        @ParameterizedTest
        @MethodSource("dev.firstfill.customfields.CustomFieldValuesTest#notTexts")
        void is_nothing_else(Object given) {
            assertThat(codes(Map.of("nickname", given), Fields.ALL)).containsExactly("custom-field-wrong-type");
        }
    }

    static List<Object> notTexts() {
        return List.of(1, true, List.of("a"), Map.of("a", "b"));
    }

    @Nested
    class A_number {

        @ParameterizedTest
        @MethodSource("dev.firstfill.customfields.CustomFieldValuesTest#hundreds")
        void is_kept_alike_however_json_gives_it(Number given) {
            assertThat(CustomFields.check(Map.of("annualIncome", given), Fields.ALL)
                            .orRefuse())
                    .containsEntry("annualIncome", new BigDecimal("100"));
        }

        @Test
        void lies_between_the_bounds_which_belong_to_it() {
            assertThat(codes(Map.of("annualIncome", 0), Fields.ALL)).isEmpty();
            assertThat(codes(Map.of("annualIncome", 1_000_000.5), Fields.ALL)).isEmpty();
            assertThat(problems(Map.of("annualIncome", -0.01), Fields.ALL))
                    .containsExactly(new CustomFieldProblem(
                            "/annualIncome", "custom-field-number-too-small", "This field takes no number below 0."));
            assertThat(problems(Map.of("annualIncome", 1_000_000.51), Fields.ALL))
                    .containsExactly(new CustomFieldProblem(
                            "/annualIncome",
                            "custom-field-number-too-large",
                            "This field takes no number above 1000000.5."));
        }

        @ParameterizedTest
        @ValueSource(strings = {"999999999999999", "0.000001", "-123456789.123456", "1e14", "0e-999999999"})
        void has_as_many_digits_as_a_browser_holds_exactly(String number) {
            var fields = List.of(Fields.number("score", null, null));

            assertThat(codes(Map.of("score", new BigDecimal(number)), fields)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"1000000000000001", "1e15", "0.0000001", "1234567890.123456", "1e999999999", "1e-999999999"})
        void has_no_more_digits_than_that(String number) {
            var fields = List.of(Fields.number("score", null, null));

            assertThat(codes(Map.of("score", new BigDecimal(number)), fields))
                    .containsExactly("custom-field-number-digits");
        }

        @ParameterizedTest
        @MethodSource("dev.firstfill.customfields.CustomFieldValuesTest#notNumbers")
        void is_nothing_else(Object given) {
            assertThat(codes(Map.of("annualIncome", given), Fields.ALL)).containsExactly("custom-field-wrong-type");
        }
    }

    static List<Number> hundreds() {
        return List.of(100, 100L, 100.0, BigInteger.valueOf(100), new BigDecimal("1E+2"), new BigDecimal("100.00"));
    }

    static List<Object> notNumbers() {
        return List.of("100", true, List.of(100), Double.NaN, Double.POSITIVE_INFINITY);
    }

    @Nested
    class A_yes_or_no {

        @ParameterizedTest
        @MethodSource("dev.firstfill.customfields.CustomFieldValuesTest#notBooleans")
        void is_true_or_false_and_nothing_else(Object given) {
            assertThat(codes(Map.of("needsInterpreter", given), Fields.ALL)).containsExactly("custom-field-wrong-type");
        }
    }

    static List<Object> notBooleans() {
        return List.of("true", 1, List.of(true));
    }

    @Nested
    class A_date {

        @ParameterizedTest
        @ValueSource(strings = {"1900-01-01", "2024-02-29", "2199-12-31"})
        void is_a_day_of_the_calendar(String day) {
            assertThat(CustomFields.check(Map.of("enrolledOn", day), Fields.ALL).orRefuse())
                    .containsEntry("enrolledOn", day);
        }

        @ParameterizedTest
        @ValueSource(strings = {"2026-02-29", "02/28/2026", "2026-2-8", "2026-02-28T00:00:00Z", "tomorrow"})
        void is_written_year_month_day(String text) {
            assertThat(codes(Map.of("enrolledOn", text), Fields.ALL)).containsExactly("custom-field-wrong-type");
        }

        @ParameterizedTest
        @ValueSource(strings = {"1899-12-31", "2200-01-01", "0026-02-28", "+12026-02-28"})
        void lies_in_a_year_that_people_mean(String text) {
            assertThat(codes(Map.of("enrolledOn", text), Fields.ALL)).containsExactly("custom-field-date-year");
        }

        @Test
        void is_no_number() {
            assertThat(codes(Map.of("enrolledOn", 20260228), Fields.ALL)).containsExactly("custom-field-wrong-type");
        }
    }

    @Nested
    class A_choice {

        @ParameterizedTest
        @ValueSource(strings = {"Expelled", "enrolled", "Enrolled,Pending"})
        void is_one_of_the_options_as_they_are_written(String text) {
            assertThat(codes(Map.of("remsStatus", text), Fields.ALL)).containsExactly("custom-field-not-an-option");
        }

        @Test
        void is_not_a_list() {
            assertThat(codes(Map.of("remsStatus", List.of("Enrolled")), Fields.ALL))
                    .containsExactly("custom-field-wrong-type");
        }
    }

    @Nested
    class Several_choices {

        @Test
        void are_a_list() {
            assertThat(codes(Map.of("barriers", "Cost"), Fields.ALL)).containsExactly("custom-field-wrong-type");
        }

        @Test
        void are_texts_each() {
            var given = Map.of("barriers", Arrays.asList("Cost", 2, null));

            assertThat(problems(given, Fields.ALL))
                    .extracting(CustomFieldProblem::pointer, CustomFieldProblem::code)
                    .containsExactly(
                            tuple("/barriers/1", "custom-field-wrong-type"),
                            tuple("/barriers/2", "custom-field-wrong-type"));
        }

        @Test
        void are_no_more_than_the_field_has_options() {
            var given = Map.of("barriers", Collections.nCopies(1_000, "Weather"));

            assertThat(problems(given, Fields.ALL))
                    .containsExactly(new CustomFieldProblem(
                            "/barriers", "custom-field-option-count", "The field has 3 options; more are named."));
        }
    }
}
