package dev.firstfill.assessments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ContradictoryTemplatesTest {
    private static final String FIRST = "{'code': 'ill', 'text': 'Ill?', 'type': 'boolean', 'ifTrue': {'points': 1}}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'code': 'ill', 'type': 'boolean'                                                      | /questions/1/code                  | template-question-repeated
            'code': 'a', 'type': 'choice'                                                         | /questions/1/options               | template-options-missing
            'code': 'a', 'type': 'boolean', 'options': [{'code': 'x', 'label': 'X'}]              | /questions/1/options               | template-not-of-type
            'code': 'a', 'type': 'choice', 'options': [{'code': 'x', 'label': 'X'}, {'code': 'x', 'label': 'Y'}] | /questions/1/options/1/code | template-option-repeated
            'code': 'a', 'type': 'text', 'ifTrue': {'points': 1}                                  | /questions/1/ifTrue                | template-not-of-type
            'code': 'a', 'type': 'date', 'ifFalse': {'points': 1}                                 | /questions/1/ifFalse               | template-not-of-type
            'code': 'a', 'type': 'boolean', 'min': 1                                              | /questions/1/min                   | template-not-of-type
            'code': 'a', 'type': 'text', 'max': 1                                                 | /questions/1/max                   | template-not-of-type
            'code': 'a', 'type': 'date', 'unit': 'mg'                                             | /questions/1/unit                  | template-not-of-type
            'code': 'a', 'type': 'boolean', 'ranges': [{'from': 0, 'to': 1}]                      | /questions/1/ranges                | template-not-of-type
            'code': 'a', 'type': 'boolean', 'scale': 'adherence'                                  | /questions/1/scale                 | template-not-of-type
            'code': 'a', 'type': 'number', 'min': 3, 'max': 2                                     | /questions/1/min                   | template-range-reversed
            'code': 'a', 'type': 'number', 'max': 1e30                                            | /questions/1/max                   | template-number-digits
            'code': 'a', 'type': 'number', 'ranges': [{'from': 2, 'to': 1}]                       | /questions/1/ranges/0              | template-range-reversed
            'code': 'a', 'type': 'number', 'ranges': [{'from': 0, 'to': 2}, {'from': 2, 'to': 3}] | /questions/1/ranges/1              | template-range-overlaps
            'code': 'a', 'type': 'number', 'max': 5, 'ranges': [{'from': 6, 'to': 7}]             | /questions/1/ranges/0              | template-range-outside
            'code': 'a', 'type': 'boolean', 'ifTrue': {'concern': {'kind': 'side-effect', 'code': 'rash'}} | /questions/1/ifTrue/concern/severity | template-severity
            'code': 'a', 'type': 'boolean', 'ifTrue': {'concern': {'kind': 'barrier', 'code': 'cost', 'severity': 'mild'}} | /questions/1/ifTrue/concern/severity | template-severity
            'code': 'a', 'type': 'boolean', 'scale': 'adherence', 'ifTrue': {'points': -1}        | /questions/1/ifTrue/points         | template-adherence-points
            'code': 'a', 'type': 'boolean', 'shownWhen': {'question': 'later', 'is': true}        | /questions/1/shownWhen/question    | template-shown-by-unknown
            'code': 'a', 'type': 'boolean', 'shownWhen': {'question': 'a', 'is': true}            | /questions/1/shownWhen/question    | template-shown-by-unknown
            'code': 'a', 'type': 'boolean', 'shownWhen': {'question': 'ill', 'anyOf': ['x']}      | /questions/1/shownWhen             | template-shown-by-unfit
            'code': 'a', 'type': 'boolean', 'shownWhen': {'question': 'ill'}                      | /questions/1/shownWhen             | template-shown-by-unfit
            'code': 'a', 'type': 'boolean', 'shownWhen': {'question': 'ill', 'is': true, 'atLeast': 1} | /questions/1/shownWhen        | template-shown-by-unfit
            """)
    void each_contradiction_in_a_question_is_named_with_its_place(String question, String pointer, String code) {
        var content = content(FIRST + ", {'text': 'A', " + question + "}", "");

        assertThat(TemplateCheck.faults(content))
                .extracting(fault -> fault.pointer() + " " + fault.code())
                .containsExactly(pointer + " " + code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'anyOf': ['green', 'blue']    | /questions/2/shownWhen/anyOf/1 | template-shown-by-option | colour
            'atLeast': 11                 | /questions/2/shownWhen         | template-shown-never     | pain
            'atLeast': 5, 'atMost': 4     | /questions/2/shownWhen         | template-shown-never     | pain
            'atMost': -1                  | /questions/2/shownWhen         | template-shown-never     | pain
            """)
    void a_condition_that_no_answer_meets_is_refused(String condition, String pointer, String code, String looked) {
        var content = content("""
                {'code': 'colour', 'text': 'A', 'type': 'choices', 'options': [{'code': 'green', 'label': 'G'}]},
                {'code': 'pain', 'text': 'A', 'type': 'number', 'min': 0, 'max': 10},
                {'code': 'b', 'text': 'A', 'type': 'text', 'shownWhen': {'question': '%s', %s}}
                """.formatted(looked, condition), "");

        assertThat(TemplateCheck.faults(content))
                .extracting(fault -> fault.pointer() + " " + fault.code())
                .containsExactly(pointer + " " + code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'scale': 'disease', 'from': 2, 'to': 1, 'code': 'a', 'label': 'A'}      | /bands/0       | template-range-reversed
            {'scale': 'adherence', 'from': 0, 'to': 9, 'code': 'a', 'label': 'A'}    | /bands/0/scale | template-band-unscored
            {'scale': 'disease', 'from': 0, 'to': 1, 'code': 'a', 'label': 'A'}, {'scale': 'disease', 'from': 1, 'to': 2, 'code': 'b', 'label': 'B'} | /bands/1 | template-band-overlaps
            """)
    void bands_that_contradict_each_other_are_refused(String bands, String pointer, String code) {
        assertThat(TemplateCheck.faults(content(FIRST, bands)))
                .extracting(fault -> fault.pointer() + " " + fault.code())
                .containsExactly(pointer + " " + code);
    }

    @Test
    void a_band_of_adherence_is_a_percentage() {
        var content = content(
                "{'code': 'a', 'text': 'A', 'type': 'boolean', 'scale': 'adherence', 'ifTrue': {'points': 1}}",
                "{'scale': 'adherence', 'from': 0, 'to': 101, 'code': 'a', 'label': 'A'}");

        assertThat(TemplateCheck.faults(content)).extracting(Fault::code).containsExactly("template-band-percent");
    }

    @Test
    void all_that_is_wrong_is_named_at_once() {
        var content = content(
                FIRST + ", {'code': 'ill', 'text': 'A', 'type': 'choice', 'min': 1}",
                "{'scale': 'disease', 'from': 2, 'to': 1, 'code': 'a', 'label': 'A'}");

        var refused = catchThrowableOfType(AssessmentFaults.class, () -> TemplateCheck.check("/content", content));

        assertThat(refused.code()).isEqualTo("assessment-template-refused");
        assertThat(refused.faults())
                .extracting(Fault::pointer)
                .containsExactly(
                        "/content/questions/1/code",
                        "/content/questions/1/options",
                        "/content/questions/1/min",
                        "/content/bands/0");
    }

    private static TemplateContent content(String questions, String bands) {
        return Clinic.content("""
                {"title": "T", "condition": "general", "daysCurrent": 1, "signatories": ["nurse"],
                 "questions": [%s], "bands": [%s]}
                """.formatted(questions, bands).replace('\'', '"'));
    }
}
