package dev.firstfill.customfields;

import static dev.firstfill.customfields.Fields.ANNUAL_INCOME;
import static dev.firstfill.customfields.Fields.NICKNAME;
import static dev.firstfill.customfields.Fields.REMS_STATUS;
import static dev.firstfill.customfields.Fields.archived;
import static dev.firstfill.customfields.Fields.codes;
import static dev.firstfill.customfields.Fields.problems;
import static dev.firstfill.customfields.Fields.required;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firstfill.kernel.Refusal;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CheckCustomFieldsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void keeps_values_in_one_form_and_in_the_order_of_the_definitions() {
        var given = new LinkedHashMap<String, Object>();
        given.put("barriers", List.of("Side effects", " Cost "));
        given.put("remsStatus", " Enrolled ");
        given.put("enrolledOn", " 2026-02-28 ");
        given.put("needsInterpreter", true);
        given.put("annualIncome", new BigDecimal("42000.500"));
        given.put("nickname", "  Countess\n");

        var kept = CustomFields.check(given, Fields.ALL).orRefuse();

        assertThat(kept)
                .containsExactly(
                        Map.entry("nickname", "Countess"),
                        Map.entry("annualIncome", new BigDecimal("42000.5")),
                        Map.entry("needsInterpreter", true),
                        Map.entry("enrolledOn", "2026-02-28"),
                        Map.entry("remsStatus", "Enrolled"),
                        Map.entry("barriers", List.of("Cost", "Side effects")));
    }

    @Test
    void what_is_kept_is_accepted_unchanged_after_a_journey_through_json() throws JsonProcessingException {
        var given = Map.of(
                "nickname",
                "Countess",
                "annualIncome",
                1e5,
                "needsInterpreter",
                false,
                "enrolledOn",
                "2026-02-28",
                "barriers",
                List.of("Travel"));
        var kept = CustomFields.check(given, Fields.ALL).orRefuse();

        var json = JSON.writeValueAsString(kept);
        var returned = JSON.readValue(json, new TypeReference<Map<String, Object>>() {});

        assertThat(json).contains("\"annualIncome\":100000,");
        assertThat(CustomFields.check(returned, Fields.ALL).orRefuse()).isEqualTo(kept);
    }

    @Test
    void names_every_problem_at_once() {
        var given = new LinkedHashMap<String, Object>();
        given.put("nickname", 7);
        given.put("shoeSize", 43);
        given.put("barriers", List.of("Cost", "Weather", "Cost"));

        assertThat(problems(given, Fields.ALL))
                .containsExactly(
                        new CustomFieldProblem(
                                "/shoeSize", "custom-field-unknown", "The pharmacy has not defined this field."),
                        new CustomFieldProblem("/nickname", "custom-field-wrong-type", "This field takes a text."),
                        new CustomFieldProblem(
                                "/barriers/1", "custom-field-not-an-option", "This is not one of the field's options."),
                        new CustomFieldProblem(
                                "/barriers/2", "custom-field-option-repeated", "This option is named twice."));
    }

    @Test
    void a_refusal_carries_the_problems_and_no_value() {
        var check = CustomFields.check(Map.of("nickname", "Countess of Lovelace, née Byron"), Fields.ALL);

        var refusal = catchThrowableOfType(CustomFieldsRefused.class, check::orRefuse);

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNPROCESSABLE);
        assertThat(refusal.code()).isEqualTo("custom-fields-refused");
        assertThat(refusal.problems())
                .containsExactly(new CustomFieldProblem(
                        "/nickname", "custom-field-text-length", "This field takes at most 20 characters."));
        assertThat(check.toString() + refusal).doesNotContain("Lovelace");
    }

    @Test
    void accepted_values_do_not_show_in_a_log() {
        var check = CustomFields.check(Map.of("nickname", "Countess"), Fields.ALL);

        assertThat(check).hasToString("Accepted[hidden]");
    }

    @Test
    void more_values_than_there_can_be_fields_are_one_problem() {
        var given = IntStream.rangeClosed(0, CustomFields.MAX_DEFINITIONS)
                .boxed()
                .collect(Collectors.toMap(i -> "field" + i, i -> i));

        assertThat(problems(given, Fields.ALL))
                .containsExactly(new CustomFieldProblem(
                        "", "custom-field-too-many", "A patient has at most 100 custom fields."));
    }

    @Test
    void an_unknown_key_that_cannot_be_a_key_is_not_repeated() {
        assertThat(problems(Map.of("Ada Lovelace, born 1815-12-10", true, "", 1), Fields.ALL))
                .containsExactly(
                        new CustomFieldProblem("", "custom-field-unknown", "The pharmacy has not defined this field."));
    }

    @Nested
    class Values_not_given {

        @ParameterizedTest
        @MethodSource("dev.firstfill.customfields.CheckCustomFieldsTest#nothings")
        void are_not_kept(Object nothing) {
            assertThat(CustomFields.check(Collections.singletonMap("nickname", nothing), Fields.ALL)
                            .orRefuse())
                    .isEmpty();
        }

        @ParameterizedTest
        @MethodSource("dev.firstfill.customfields.CheckCustomFieldsTest#nothings")
        void are_missed_where_they_are_required(Object nothing) {
            var fields = List.of(required(NICKNAME));

            assertThat(problems(Collections.singletonMap("nickname", nothing), fields))
                    .containsExactly(
                            new CustomFieldProblem("/nickname", "custom-field-missing", "This field is required."));
        }

        @Test
        void are_missed_when_the_key_is_absent() {
            assertThat(codes(Map.of(), List.of(required(NICKNAME)))).containsExactly("custom-field-missing");
        }

        @Test
        void false_and_zero_are_given() {
            var fields = List.of(required(ANNUAL_INCOME), required(Fields.NEEDS_INTERPRETER));

            assertThat(CustomFields.check(Map.of("annualIncome", 0, "needsInterpreter", false), fields)
                            .orRefuse())
                    .containsEntry("annualIncome", BigDecimal.ZERO)
                    .containsEntry("needsInterpreter", false);
        }
    }

    static List<Object> nothings() {
        return Arrays.asList(null, "", " \n", List.of());
    }

    @Nested
    class An_archived_field {

        private final CustomFields fields =
                new CustomFields(List.of(archived(required(REMS_STATUS)), archived(ANNUAL_INCOME)));

        @Test
        void takes_no_new_value() {
            var check = fields.check(Map.of("remsStatus", "Enrolled"), Map.of());

            assertThat(catchThrowableOfType(CustomFieldsRefused.class, check::orRefuse)
                            .problems())
                    .containsExactly(new CustomFieldProblem(
                            "/remsStatus",
                            "custom-field-archived",
                            "This field is archived: its value can no longer be set or changed."));
        }

        @Test
        void is_required_of_nobody() {
            assertThat(fields.check(Map.of(), Map.of()).orRefuse()).isEmpty();
        }

        @Test
        void carries_its_value_over_whether_or_not_it_is_sent_along() {
            Map<String, Object> kept = Map.of("remsStatus", "Enrolled", "annualIncome", 100);

            assertThat(fields.check(Map.of(), kept).orRefuse()).isEqualTo(kept);
            assertThat(fields.check(Map.of("remsStatus", "Enrolled", "annualIncome", 100.0), kept)
                            .orRefuse())
                    .isEqualTo(kept);
        }

        @Test
        void never_changes_its_value() {
            var check = fields.check(Map.of("remsStatus", "Pending"), Map.of("remsStatus", "Enrolled"));

            assertThat(catchThrowableOfType(CustomFieldsRefused.class, check::orRefuse)
                            .problems())
                    .extracting(CustomFieldProblem::code)
                    .containsExactly("custom-field-archived");
        }

        @Test
        void keeps_even_a_value_that_its_definition_would_no_longer_take() {
            Map<String, Object> kept = Map.of("remsStatus", "Suspended");

            assertThat(fields.check(kept, kept).orRefuse()).isEqualTo(kept);
        }
    }
}
