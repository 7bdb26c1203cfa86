package dev.firstfill.assessments;

import static dev.firstfill.assessments.TemplateRule.SHOWN_BY_OPTION;
import static dev.firstfill.assessments.TemplateRule.SHOWN_BY_UNFIT;
import static dev.firstfill.assessments.TemplateRule.SHOWN_BY_UNKNOWN;
import static dev.firstfill.assessments.TemplateRule.SHOWN_NEVER;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Whether the condition on a question looks at one before it, in that one's terms.
 *
 * @param before the questions that come before, by their codes
 */
record ShownWhenCheck(String place, @Nullable ShownWhen condition, Map<String, Question> before) {

    List<Fault> faults() {
        if (condition == null) {
            return List.of();
        }
        var looked = before.get(condition.question());
        if (looked == null) {
            return List.of(SHOWN_BY_UNKNOWN.at(place + "/question"));
        }
        return isFit(condition, looked.type()) ? faults(condition, looked) : List.of(SHOWN_BY_UNFIT.at(place));
    }

    private static boolean isFit(ShownWhen condition, QuestionType type) {
        boolean asksBoolean = condition.is() != null;
        boolean asksOption = !condition.anyOf().isEmpty();
        boolean asksNumber = condition.atLeast() != null || condition.atMost() != null;
        return switch (type) {
            case BOOLEAN -> asksBoolean && !asksOption && !asksNumber;
            case CHOICE, CHOICES -> asksOption && !asksBoolean && !asksNumber;
            case NUMBER -> asksNumber && !asksBoolean && !asksOption;
            case DATE, TEXT -> false;
        };
    }

    private List<Fault> faults(ShownWhen condition, Question looked) {
        if (looked.type() == QuestionType.NUMBER) {
            return isMetBySome(condition, looked) ? List.of() : List.of(SHOWN_NEVER.at(place));
        }
        return IntStream.range(0, condition.anyOf().size())
                .filter(i -> looked.option(condition.anyOf().get(i)).isEmpty())
                .mapToObj(i -> SHOWN_BY_OPTION.at(place + "/anyOf/" + i))
                .toList();
    }

    private static boolean isMetBySome(ShownWhen condition, Question looked) {
        var least = condition.atLeast();
        var most = condition.atMost();
        boolean reversed = least != null && most != null && least.compareTo(most) > 0;
        boolean above = least != null && looked.max() != null && least.compareTo(looked.max()) > 0;
        boolean below = most != null && looked.min() != null && most.compareTo(looked.min()) < 0;
        return !reversed && !above && !below;
    }
}
