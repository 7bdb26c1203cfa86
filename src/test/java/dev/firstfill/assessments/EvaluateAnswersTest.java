package dev.firstfill.assessments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EvaluateAnswersTest {
    private static final TemplateContent VISIT = Clinic.content("""
            {"title": "T", "condition": "general", "daysCurrent": 1, "signatories": ["nurse"], "questions": [
              {"code": "ill", "text": "Ill?", "type": "boolean", "ifTrue": {"points": 4}, "ifFalse": {"points": 0}},
              {"code": "pain", "text": "Pain?", "type": "number", "ranges": [
                {"from": 0, "to": 3, "points": 0},
                {"from": 4, "to": 6.5, "points": 2, "concern": {"kind": "side-effect", "code": "pain", "severity": "mild"}},
                {"from": 7, "to": 10, "points": 5, "concern": {"kind": "side-effect", "code": "pain", "severity": "severe"}}]},
              {"code": "noticed", "text": "What?", "type": "choices", "options": [
                {"code": "ache", "label": "Ache", "points": 1,
                 "concern": {"kind": "side-effect", "code": "pain", "severity": "moderate"}},
                {"code": "rash", "label": "Rash", "points": 1,
                 "concern": {"kind": "side-effect", "code": "rash", "severity": "mild"}}]},
              {"code": "barrier", "text": "Why?", "type": "choice", "options": [
                {"code": "none", "label": "None"},
                {"code": "price", "label": "Price", "concern": {"kind": "barrier", "code": "cost"}}]},
              {"code": "missed", "text": "Missed?", "type": "number", "scale": "adherence",
               "ranges": [{"from": 0, "to": 0, "points": 3}, {"from": 1, "to": 9, "points": 1}]},
              {"code": "late", "text": "Late?", "type": "boolean", "scale": "adherence",
               "ifTrue": {"points": 0}, "ifFalse": {"points": 1}}],
             "bands": [
              {"scale": "disease", "from": 0, "to": 4, "code": "low", "label": "Low"},
              {"scale": "disease", "from": 5, "to": 20, "code": "high", "label": "High"},
              {"scale": "adherence", "from": 80, "to": 100, "code": "good", "label": "Good"}]}
            """);

    @Test
    void points_are_summed_up_and_mean_what_the_band_says() {
        assertThat(scores(Map.of("ill", true))).isEqualTo(new Scores(4, "low", null, null));
        assertThat(scores(Map.of("ill", true, "noticed", List.of("ache", "rash"))))
                .isEqualTo(new Scores(6, "high", null, null));
        assertThat(scores(Map.of("pain", 6.5))).isEqualTo(new Scores(2, "low", null, null));
    }

    @Test
    void a_number_in_no_range_means_nothing() {
        assertThat(evaluated(Map.of("pain", 6.7)))
                .isEqualTo(new Evaluation(new Scores(0, "low", null, null), List.of()));
    }

    @Test
    void adherence_is_the_percentage_of_what_the_answered_questions_could_give() {
        assertThat(scores(Map.of("missed", 0, "late", false))).isEqualTo(new Scores(null, null, 100, "good"));
        assertThat(scores(Map.of("missed", 0, "late", true))).isEqualTo(new Scores(null, null, 75, null));
        assertThat(scores(Map.of("missed", 2))).isEqualTo(new Scores(null, null, 33, null));
        assertThat(scores(Map.of("late", true))).isEqualTo(new Scores(null, null, 0, null));
    }

    @Test
    void what_nobody_answered_has_no_score() {
        assertThat(scores(Map.of())).isEqualTo(Scores.NONE);
    }

    @Test
    void each_concern_is_raised_once_with_the_worst_of_its_severities() {
        var evaluation = evaluated(Map.of("pain", 8, "noticed", List.of("ache", "rash"), "barrier", "price"));

        assertThat(evaluation.concerns())
                .containsExactly(
                        new Evaluation.Raised(
                                "pain", new ConcernSign(ConcernKind.SIDE_EFFECT, "pain", Severity.SEVERE)),
                        new Evaluation.Raised(
                                "noticed", new ConcernSign(ConcernKind.SIDE_EFFECT, "rash", Severity.MILD)),
                        new Evaluation.Raised("barrier", new ConcernSign(ConcernKind.BARRIER, "cost", null)));
        assertThat(evaluated(Map.of("pain", 5, "noticed", List.of("ache"))).concerns())
                .containsExactly(new Evaluation.Raised(
                        "noticed", new ConcernSign(ConcernKind.SIDE_EFFECT, "pain", Severity.MODERATE)));
    }

    private static Scores scores(Map<String, Object> answers) {
        return evaluated(answers).scores();
    }

    private static Evaluation evaluated(Map<String, Object> answers) {
        return Evaluation.of(VISIT, new Questionnaire(VISIT).read(answers));
    }
}
