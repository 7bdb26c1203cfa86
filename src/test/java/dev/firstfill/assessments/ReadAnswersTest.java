package dev.firstfill.assessments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadAnswersTest {
    private static final Questionnaire VISIT = new Questionnaire(Clinic.content("""
            {"title": "T", "condition": "general", "daysCurrent": 1, "signatories": ["nurse"], "questions": [
              {"code": "ill", "text": "Ill?", "type": "boolean", "required": true},
              {"code": "pain", "text": "Pain?", "type": "number", "min": 0, "max": 10, "required": true,
               "shownWhen": {"question": "ill", "is": true}},
              {"code": "where", "text": "Where?", "type": "choices", "required": true,
               "shownWhen": {"question": "pain", "atLeast": 4, "atMost": 9},
               "options": [{"code": "hand", "label": "Hand"}, {"code": "foot", "label": "Foot"}]},
              {"code": "side", "text": "Which?", "type": "choice",
               "shownWhen": {"question": "where", "anyOf": ["hand"]},
               "options": [{"code": "left", "label": "Left"}, {"code": "right", "label": "Right"}]},
              {"code": "since", "text": "Since?", "type": "date"},
              {"code": "more", "text": "More?", "type": "text"}
            ]}
            """));

    @Test
    void each_type_is_read_into_its_form() {
        var sheet = VISIT.read(Map.of(
                "ill",
                true,
                "pain",
                4.50,
                "where",
                List.of("foot", "hand"),
                "side",
                "left",
                "since",
                "2026-02-28",
                "more",
                " Swollen "));

        assertThat(sheet.plain())
                .isEqualTo(Map.of(
                        "ill",
                        true,
                        "pain",
                        new BigDecimal("4.5"),
                        "where",
                        List.of("hand", "foot"),
                        "side",
                        "left",
                        "since",
                        "2026-02-28",
                        "more",
                        "Swollen"));
    }

    @Test
    void what_is_empty_is_not_answered() {
        assertThat(VISIT.read(Map.of("more", "  ", "where", List.of())).answers())
                .isEmpty();
    }

    @Test
    void a_wrong_answer_is_named_with_its_place_and_not_repeated() {
        assertThat(refused(Map.of("ill", "yes"))).containsExactly("/answers/ill answer-wrong-type");
        assertThat(refused(Map.of("ill", true, "pain", "bad"))).containsExactly("/answers/pain answer-wrong-type");
        assertThat(refused(Map.of("ill", true, "pain", -1))).containsExactly("/answers/pain answer-number-too-small");
        assertThat(refused(Map.of("ill", true, "pain", 10.1))).containsExactly("/answers/pain answer-number-too-large");
        assertThat(refused(Map.of("ill", true, "pain", new BigDecimal("1e999999999"))))
                .containsExactly("/answers/pain answer-number-digits");
        assertThat(refused(Map.of("since", "28.02.2026"))).containsExactly("/answers/since answer-wrong-type");
        assertThat(refused(Map.of("since", "0226-02-28"))).containsExactly("/answers/since answer-date-year");
        assertThat(refused(Map.of("more", "\u0000"))).containsExactly("/answers/more answer-text-characters");
        assertThat(refused(Map.of("more", "x".repeat(2_001)))).containsExactly("/answers/more answer-text-length");
        assertThat(refused(Map.of("more", 1))).containsExactly("/answers/more answer-wrong-type");
    }

    @Test
    void what_cannot_be_chosen_is_named_one_by_one() {
        var given = Map.of("ill", true, "pain", 5, "where", List.of("hand", "knee", 1, "hand"), "side", "middle");

        assertThat(refused(given))
                .contains(
                        "/answers/where/1 answer-not-an-option",
                        "/answers/where/2 answer-not-an-option",
                        "/answers/where/3 answer-option-repeated",
                        "/answers/side answer-not-an-option");
    }

    @Test
    void a_question_of_another_template_is_unknown_and_what_is_no_code_is_not_repeated() {
        assertThat(refused(Map.of("cirrhosis", "none"))).containsExactly("/answers/cirrhosis answer-unknown");
        assertThat(refused(Map.of("Marisol Vega", true))).containsExactly("/answers answer-unknown");
    }

    @Test
    void an_answer_to_what_is_not_asked_is_refused() {
        assertThat(refused(Map.of("ill", false, "pain", 3))).containsExactly("/answers/pain answer-hidden");
        assertThat(refused(Map.of("pain", 3))).containsExactly("/answers/pain answer-hidden");
        assertThat(refused(Map.of("ill", true, "pain", 3, "where", List.of("hand"))))
                .containsExactly("/answers/where answer-hidden");
        assertThat(refused(Map.of("ill", true, "pain", 10, "where", List.of("hand"))))
                .containsExactly("/answers/where answer-hidden");
        assertThat(refused(Map.of("ill", true, "pain", 5, "where", List.of("foot"), "side", "left")))
                .containsExactly("/answers/side answer-hidden");
    }

    @Test
    void only_what_is_asked_is_missing() {
        assertThat(missing(Map.of())).containsExactly("/answers/ill");
        assertThat(missing(Map.of("ill", false))).isEmpty();
        assertThat(missing(Map.of("ill", true))).containsExactly("/answers/pain");
        assertThat(missing(Map.of("ill", true, "pain", 5))).containsExactly("/answers/where");
        assertThat(missing(Map.of("ill", true, "pain", 5, "where", List.of("hand"))))
                .isEmpty();
    }

    private static List<String> refused(Map<String, Object> given) {
        var refused = catchThrowableOfType(AssessmentFaults.class, () -> VISIT.read(given));
        return refused.faults().stream()
                .map(fault -> fault.pointer() + " " + fault.code())
                .toList();
    }

    private static List<String> missing(Map<String, Object> given) {
        var sheet = VISIT.read(given);
        var refused = catchThrowableOfType(AssessmentFaults.class, () -> VISIT.mustBeComplete(sheet));
        return refused == null
                ? List.of()
                : refused.faults().stream().map(Fault::pointer).toList();
    }
}
