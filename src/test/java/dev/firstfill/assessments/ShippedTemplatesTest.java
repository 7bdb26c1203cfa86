package dev.firstfill.assessments;

import static dev.firstfill.assessments.Clinic.PHARMACIST;
import static dev.firstfill.assessments.Clinic.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.kernel.Mistakes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ShippedTemplatesTest {

    @Test
    void each_is_sound_and_can_be_asked_in_one_call() {
        assertThat(ShippedTemplates.ALL)
                .extracting(Template::code)
                .containsExactly("adherence", "hcv", "ms", "oncology", "ra", "transplant");
        for (var template : ShippedTemplates.ALL) {
            assertThat(Mistakes.in(template.content())).as(template.code()).isEmpty();
            assertThat(TemplateCheck.faults(template.content()))
                    .as(template.code())
                    .isEmpty();
            assertThat(template.content().questions()).as(template.code()).hasSizeBetween(8, 12);
        }
    }

    /** Without a gap, or a score would mean nothing. */
    @Test
    void every_score_that_can_come_out_has_a_band() {
        for (var template : ShippedTemplates.ALL) {
            for (var scale : Scale.values()) {
                var scored = template.content().questions().stream()
                        .filter(question -> question.isScored() && question.scaleOfPoints() == scale)
                        .toList();
                int most = scale == Scale.ADHERENCE
                        ? 100
                        : scored.stream().mapToInt(Question::pointsMax).sum();
                for (int score = 0; !scored.isEmpty() && score <= most; score++) {
                    assertThat(template.content().band(scale, score))
                            .as("%s %s %d", template.code(), scale, score)
                            .isPresent();
                }
            }
        }
    }

    @Test
    void each_can_be_filled_out_and_signed_with_the_first_of_all_answers_and_with_the_last() {
        try (var clinic = new Clinic()) {
            for (var template : ShippedTemplates.ALL) {
                for (var last : List.of(true, false)) {
                    var answers = complete(template.content(), last);
                    var begun = clinic.begun(clinic.patient(), template.code(), answers);

                    var signed = await(clinic.assessments.sign(new AssessmentId(begun.id()), 1, PHARMACIST));

                    assertThat(signed.answers().plain().keySet()).isEqualTo(answers.keySet());
                    assertThat(signed.scores().adherence()).as(template.code()).isBetween(0, 100);
                    assertThat(signed.scores().adherenceBand()).isNotNull();
                }
            }
        }
    }

    /** An answer to every question that is asked, given those before it. */
    private static Map<String, Object> complete(TemplateContent content, boolean last) {
        var answers = new LinkedHashMap<String, Object>();
        for (var question : content.questions()) {
            var soFar = new Questionnaire(content).read(answers).answers();
            if (Questionnaire.isAsked(question, soFar)) {
                answers.put(question.code(), answer(question, last));
            }
        }
        return answers;
    }

    private static Object answer(Question question, boolean last) {
        return switch (question.type()) {
            case BOOLEAN -> last;
            case CHOICE ->
                question.options().get(last ? question.options().size() - 1 : 0).code();
            case CHOICES ->
                last
                        ? question.options().stream().map(Option::code).toList()
                        : List.of(question.options().get(0).code());
            case NUMBER -> Objects.requireNonNull(last ? question.max() : question.min());
            case DATE -> "2026-02-28";
            case TEXT -> "In words";
        };
    }
}
