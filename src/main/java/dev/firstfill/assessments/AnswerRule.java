package dev.firstfill.assessments;

import java.util.Locale;

/** Every way an answer can fail to fit its template. */
enum AnswerRule {
    UNKNOWN("The template has no such question."),
    TOO_MANY("The template has %d questions; more are answered."),
    MISSING("This question has to be answered before the assessment is signed."),
    HIDDEN("This question is not asked, given the other answers: take its answer away."),
    WRONG_TYPE("This question takes %s."),
    NOT_AN_OPTION("This is not one of the question's options."),
    OPTION_REPEATED("This option is chosen twice."),
    NUMBER_DIGITS("A number has at most %d digits, of which at most %d after the decimal point."),
    NUMBER_TOO_SMALL("This question takes no number below %s."),
    NUMBER_TOO_LARGE("This question takes no number above %s."),
    DATE_YEAR("A date lies in the years %d to %d."),
    TEXT_LENGTH("An answer in words has at most %d characters."),
    TEXT_CHARACTERS("A text has no control characters other than tabs and line breaks, and no broken characters.");

    private final String message;

    AnswerRule(String message) {
        this.message = message;
    }

    /** @param limits what the template allows; never what was given */
    Fault at(String pointer, Object... limits) {
        return new Fault(
                pointer, "answer-" + name().toLowerCase(Locale.ROOT).replace('_', '-'), message.formatted(limits));
    }
}
