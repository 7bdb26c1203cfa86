package dev.firstfill.customfields;

import static dev.firstfill.customfields.Fields.NICKNAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefineCustomFieldTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void reads_from_json_what_is_needed_and_takes_the_rest_for_granted() throws JsonProcessingException {
        var field = JSON.readValue("""
                {"key": "remsStatus", "label": " REMS status ", "type": "choice", "options": ["Pending", " Enrolled "]}
                """, CustomFieldDefinition.class);

        assertThat(field)
                .isEqualTo(new CustomFieldDefinition(
                        "remsStatus",
                        "REMS status",
                        CustomFieldType.CHOICE,
                        false,
                        null,
                        null,
                        null,
                        List.of("Pending", "Enrolled"),
                        false,
                        false));
    }

    @ParameterizedTest
    @EnumSource(CustomFieldType.class)
    void is_the_same_after_a_journey_through_json(CustomFieldType type) throws JsonProcessingException {
        var field = type.hasOptions() ? Fields.options("field", type, "a", "b") : Fields.plain("field", type);

        assertThat(JSON.readValue(JSON.writeValueAsString(field), CustomFieldDefinition.class))
                .isEqualTo(field);
    }

    @Test
    void bounds_are_kept_without_exponent_and_idle_zeros() throws JsonProcessingException {
        var field = Fields.number("score", new BigDecimal("-1E+2"), new BigDecimal("0e-999999999"));

        assertThat(JSON.writeValueAsString(field)).contains("\"min\":-100,\"max\":0,");
    }

    @Test
    void refuses_with_every_problem_at_once() throws JsonProcessingException {
        var refused = catchThrowableOfType(
                ValueInstantiationException.class, () -> JSON.readValue("""
                        {"key": "REMS status", "label": "", "type": "boolean", "maxLength": 5, "min": 1, "options": ["a"]}
                        """, CustomFieldDefinition.class));

        assertThat(((CustomFieldsRefused) refused.getCause()).problems())
                .containsExactly(
                        new CustomFieldProblem(
                                "/key",
                                "custom-field-definition-key",
                                "A key begins with a small letter and has at most 40 letters and digits in all."),
                        new CustomFieldProblem(
                                "/label",
                                "custom-field-definition-label",
                                "A label has 1 to 80 characters on one line."),
                        new CustomFieldProblem(
                                "/maxLength",
                                "custom-field-definition-not-of-type",
                                "Fields of this type do not have this property."),
                        new CustomFieldProblem(
                                "/min",
                                "custom-field-definition-not-of-type",
                                "Fields of this type do not have this property."),
                        new CustomFieldProblem(
                                "/options",
                                "custom-field-definition-not-of-type",
                                "Fields of this type do not have this property."));
    }

    @Test
    void refuses_an_empty_definition() {
        var refused = catchThrowableOfType(
                ValueInstantiationException.class, () -> JSON.readValue("{}", CustomFieldDefinition.class));

        assertThat(((CustomFieldsRefused) refused.getCause()).problems())
                .extracting(CustomFieldProblem::pointer)
                .containsExactly("/key", "/label", "/type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "remsStatus", "line2", "abcdefghijabcdefghijabcdefghijabcdefghij"})
    void a_key_is_written_in_lower_camel_case(String key) {
        assertThat(Fields.text(key, 10).key()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " a",
                "Rems",
                "2line",
                "rems_status",
                "rems-status",
                "rems/status",
                "größe",
                "__proto__",
                "abcdefghijabcdefghijabcdefghijabcdefghijk"
            })
    void refuses_any_other_key(String key) {
        assertThat(problem(() -> Fields.text(key, 10))).isEqualTo("/key custom-field-definition-key");
    }

    @Test
    void a_label_has_80_characters_at_most_and_one_line() {
        assertThat(labelled("é".repeat(80)).label()).hasSize(80);
        for (var label : List.of("é".repeat(81), " ", "two\nlines", "a\u0000b")) {
            assertThat(problem(() -> labelled(label))).isEqualTo("/label custom-field-definition-label");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 2_001, Integer.MAX_VALUE})
    void a_text_is_limited_to_1_to_2000_characters(int maxLength) {
        assertThat(problem(() -> Fields.text("remarks", maxLength)))
                .isEqualTo("/maxLength custom-field-definition-max-length");
    }

    @Test
    void the_smallest_number_may_equal_the_largest_but_not_exceed_it() {
        assertThat(Fields.number("score", BigDecimal.ONE, new BigDecimal("1.0")))
                .isNotNull();
        assertThat(problem(() -> Fields.number("score", BigDecimal.TEN, BigDecimal.ONE)))
                .isEqualTo("/min custom-field-definition-range");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "1234567890123456"})
    void a_bound_is_a_number_that_the_field_could_take(String bound) {
        assertThat(problem(() -> Fields.number("score", null, new BigDecimal(bound))))
                .isEqualTo("/max custom-field-number-digits");
    }

    @ParameterizedTest
    @EnumSource(names = {"CHOICE", "MULTI_CHOICE"})
    void a_choice_has_1_to_50_options(CustomFieldType type) {
        var fifty = IntStream.rangeClosed(1, 50).mapToObj(i -> "Option " + i).toArray(String[]::new);
        var fiftyOne = IntStream.rangeClosed(1, 51).mapToObj(i -> "Option " + i).toArray(String[]::new);

        assertThat(Fields.options("stage", type, fifty).options()).hasSize(50);
        assertThat(problem(() -> Fields.options("stage", type, fiftyOne)))
                .isEqualTo("/options custom-field-definition-options");
        assertThat(problem(() -> Fields.options("stage", type))).isEqualTo("/options custom-field-definition-options");
    }

    @Test
    void options_have_2000_characters_together_at_most() {
        var fifty =
                IntStream.rangeClosed(10, 59).mapToObj(i -> "x".repeat(38) + i).toArray(String[]::new);
        var longer = fifty.clone();
        longer[49] += "x";

        assertThat(Fields.options("stage", CustomFieldType.CHOICE, fifty).options())
                .hasSize(50);
        assertThat(problem(() -> Fields.options("stage", CustomFieldType.CHOICE, longer)))
                .isEqualTo("/options custom-field-definition-options-length");
    }

    @Test
    void options_differ_in_more_than_letter_case() {
        assertThat(problem(() -> Fields.options("stage", CustomFieldType.CHOICE, "Yes", "No", " yes ")))
                .isEqualTo("/options/2 custom-field-definition-option-repeated");
    }

    @Test
    void an_option_is_a_line_of_at_most_100_characters() {
        for (var option : List.of("", "x".repeat(101), "two\nlines")) {
            assertThat(problem(() -> Fields.options("stage", CustomFieldType.CHOICE, "Yes", option)))
                    .isEqualTo("/options/1 custom-field-definition-option");
        }
    }

    @Test
    void a_list_with_a_hole_is_refused_like_an_empty_option() {
        assertThat(problem(() -> new CustomFieldDefinition(
                        "stage",
                        "Stage",
                        CustomFieldType.CHOICE,
                        false,
                        null,
                        null,
                        null,
                        Arrays.asList("a", null),
                        false,
                        false)))
                .isEqualTo("/options/1 custom-field-definition-option");
    }

    @Test
    void a_pharmacy_has_100_fields_at_most() {
        var hundred = IntStream.rangeClosed(1, 100)
                .mapToObj(i -> Fields.text("field" + i, 10))
                .toList();
        var oneMore = Stream.concat(hundred.stream(), Stream.of(NICKNAME)).toList();

        assertThat(new CustomFields(hundred).definitions()).hasSize(100);
        assertThat(problem(() -> new CustomFields(oneMore))).isEqualTo(" custom-field-definition-count");
    }

    @Test
    void a_key_is_defined_once() {
        assertThat(problem(() -> new CustomFields(Collections.nCopies(2, NICKNAME))))
                .isEqualTo("/key custom-field-definition-key-repeated");
    }

    @Test
    void every_rule_has_its_own_code_in_kebab_case() {
        assertThat(CustomFieldRule.values())
                .extracting(CustomFieldRule::code)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[a-z]+(-[a-z]+)+"));
    }

    private static CustomFieldDefinition labelled(String label) {
        return new CustomFieldDefinition(
                "field", label, CustomFieldType.BOOLEAN, false, null, null, null, List.of(), false, false);
    }

    /** The one problem there is, with its place. */
    private static String problem(ThrowingCallable defining) {
        var problems = catchThrowableOfType(CustomFieldsRefused.class, defining).problems();
        assertThat(problems).hasSize(1);
        return problems.getFirst().pointer() + " " + problems.getFirst().code();
    }
}
