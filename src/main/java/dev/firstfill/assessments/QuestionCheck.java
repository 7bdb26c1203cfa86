package dev.firstfill.assessments;

import static dev.firstfill.assessments.TemplateRule.ADHERENCE_POINTS;
import static dev.firstfill.assessments.TemplateRule.NOT_OF_TYPE;
import static dev.firstfill.assessments.TemplateRule.NUMBER_DIGITS;
import static dev.firstfill.assessments.TemplateRule.OPTIONS_MISSING;
import static dev.firstfill.assessments.TemplateRule.OPTION_REPEATED;
import static dev.firstfill.assessments.TemplateRule.RANGE_OUTSIDE;
import static dev.firstfill.assessments.TemplateRule.RANGE_OVERLAPS;
import static dev.firstfill.assessments.TemplateRule.RANGE_REVERSED;
import static dev.firstfill.assessments.TemplateRule.SEVERITY;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a question has what its type needs, and nothing else. */
final class QuestionCheck {
    private final String place;
    private final Question question;
    private final List<Fault> faults = new ArrayList<>();

    QuestionCheck(String place, Question question) {
        this.place = place;
        this.question = question;
    }

    List<Fault> faults() {
        options();
        booleans();
        numbers();
        scale();
        return faults;
    }

    private void options() {
        if (!question.type().hasOptions()) {
            absent("/options", !question.options().isEmpty());
            return;
        }
        if (question.options().isEmpty()) {
            faults.add(OPTIONS_MISSING.at(place + "/options"));
        }
        var codes = new HashSet<String>();
        for (int i = 0; i < question.options().size(); i++) {
            var option = question.options().get(i);
            if (!codes.add(option.code())) {
                faults.add(OPTION_REPEATED.at(place + "/options/" + i + "/code"));
            }
            meaning("/options/" + i, option.meaning());
        }
    }

    private void booleans() {
        if (question.type() != QuestionType.BOOLEAN) {
            absent("/ifTrue", question.ifTrue() != null);
            absent("/ifFalse", question.ifFalse() != null);
            return;
        }
        meaning("/ifTrue", question.ifTrue());
        meaning("/ifFalse", question.ifFalse());
    }

    private void numbers() {
        if (question.type() != QuestionType.NUMBER) {
            absent("/min", question.min() != null);
            absent("/max", question.max() != null);
            absent("/unit", question.unit() != null);
            absent("/ranges", !question.ranges().isEmpty());
            return;
        }
        keepable("/min", question.min());
        keepable("/max", question.max());
        if (question.min() != null && question.max() != null && question.min().compareTo(question.max()) > 0) {
            faults.add(RANGE_REVERSED.at(place + "/min"));
        }
        for (int i = 0; i < question.ranges().size(); i++) {
            range("/ranges/" + i, question.ranges().get(i), question.ranges().subList(0, i));
        }
    }

    private void range(String pointer, NumberRange range, List<NumberRange> before) {
        keepable(pointer + "/from", range.from());
        keepable(pointer + "/to", range.to());
        if (range.from().compareTo(range.to()) > 0) {
            faults.add(RANGE_REVERSED.at(place + pointer));
        }
        boolean below = question.max() != null && range.from().compareTo(question.max()) > 0;
        boolean above = question.min() != null && range.to().compareTo(question.min()) < 0;
        if (below || above) {
            faults.add(RANGE_OUTSIDE.at(place + pointer));
        }
        if (before.stream().anyMatch(range::overlaps)) {
            faults.add(RANGE_OVERLAPS.at(place + pointer));
        }
        meaning(pointer, range.meaning());
    }

    private void scale() {
        if (question.scale() != null && !question.isScored()) {
            faults.add(NOT_OF_TYPE.at(place + "/scale"));
        }
    }

    private void meaning(String pointer, @Nullable Meaning meaning) {
        if (meaning == null) {
            return;
        }
        if (meaning.concern() != null && !meaning.concern().isWhole()) {
            faults.add(SEVERITY.at(place + pointer + "/concern/severity"));
        }
        boolean negative = meaning.points() != null && meaning.points() < 0;
        if (negative && question.scaleOfPoints() == Scale.ADHERENCE) {
            faults.add(ADHERENCE_POINTS.at(place + pointer + "/points"));
        }
    }

    private void keepable(String pointer, @Nullable BigDecimal number) {
        if (number != null && !Numbers.isKeepable(number)) {
            faults.add(NUMBER_DIGITS.at(place + pointer));
        }
    }

    private void absent(String pointer, boolean isThere) {
        if (isThere) {
            faults.add(NOT_OF_TYPE.at(place + pointer));
        }
    }
}
