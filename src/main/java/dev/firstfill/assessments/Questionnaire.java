package dev.firstfill.assessments;

import static dev.firstfill.assessments.AnswerRule.HIDDEN;
import static dev.firstfill.assessments.AnswerRule.MISSING;
import static dev.firstfill.assessments.AnswerRule.TOO_MANY;
import static dev.firstfill.assessments.AnswerRule.UNKNOWN;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A template at work: reads answers, and says what is missing. */
final class Questionnaire {
    private static final Pattern CODE = Pattern.compile(TemplateContent.CODE);
    private static final String PLACE = "/answers";

    private final TemplateContent content;

    Questionnaire(TemplateContent content) {
        this.content = content;
    }

    /**
     * Nulls, blank texts and empty lists count as not answered. Whatever is answered has to fit, in drafts as well.
     *
     * @throws AssessmentFaults naming every answer that does not fit
     */
    AnswerSheet read(Map<String, ? extends @Nullable Object> given) {
        if (given.size() > content.questions().size()) {
            throw new AssessmentFaults.AnswersRefused(
                    List.of(TOO_MANY.at(PLACE, content.questions().size())));
        }
        var faults = new ArrayList<>(unknown(given));
        var answers = new LinkedHashMap<String, Answer>();
        for (var question : content.questions()) {
            var value = given.get(question.code());
            if (!isNothing(value)) {
                read(question, value, answers, faults);
            }
        }
        if (!faults.isEmpty()) {
            throw new AssessmentFaults.AnswersRefused(faults);
        }
        return new AnswerSheet(answers);
    }

    private static void read(Question question, Object value, Map<String, Answer> answers, List<Fault> faults) {
        var pointer = pointer(question);
        switch (new AnswerReading(pointer, question).of(value)) {
            case AnswerReading.Outcome.Unfit(var found) -> faults.addAll(found);
            case AnswerReading.Outcome.Fit fit when !isAsked(question, answers) -> faults.add(HIDDEN.at(pointer));
            case AnswerReading.Outcome.Fit(var answer) -> answers.put(question.code(), answer);
        }
    }

    /** @throws AssessmentFaults naming every question that is asked, required and not answered */
    void mustBeComplete(AnswerSheet sheet) {
        var faults = content.questions().stream()
                .filter(question -> question.required() && isAsked(question, sheet.answers()))
                .filter(question -> !sheet.answers().containsKey(question.code()))
                .map(question -> MISSING.at(pointer(question)))
                .toList();
        if (!faults.isEmpty()) {
            throw new AssessmentFaults.AnswersRefused(faults);
        }
    }

    /** @param answers to the questions before it; only those that are asked themselves have any */
    static boolean isAsked(Question question, Map<String, Answer> answers) {
        var condition = question.shownWhen();
        return condition == null || condition.isMetBy(answers.get(condition.question()));
    }

    private List<Fault> unknown(Map<String, ?> given) {
        return given.keySet().stream()
                .filter(code -> content.question(code).isEmpty())
                .map(code -> UNKNOWN.at(isCode(code) ? PLACE + "/" + code : PLACE))
                .distinct()
                .toList();
    }

    /** What cannot be a code may be anything, a patient's name included, and is not repeated. */
    private static boolean isCode(String code) {
        return CODE.matcher(code).matches();
    }

    private static String pointer(Question question) {
        return PLACE + "/" + question.code();
    }

    private static boolean isNothing(@Nullable Object given) {
        return given == null
                || given instanceof String text && text.isBlank()
                || given instanceof List<?> list && list.isEmpty();
    }
}
