package dev.firstfill.assessments;

import java.util.Locale;

/** Every way the parts of a template can contradict each other. */
enum TemplateRule {
    QUESTION_REPEATED("Another question has this code."),
    OPTIONS_MISSING("A question of this type has options."),
    OPTION_REPEATED("Another option has this code."),
    NOT_OF_TYPE("Questions of this type do not have this member."),
    RANGE_REVERSED("The smaller of the two comes first."),
    RANGE_OVERLAPS("A number lies in one range only."),
    RANGE_OUTSIDE("The range lies outside what the question allows."),
    NUMBER_DIGITS("A number has at most 15 digits, of which at most 6 after the decimal point."),
    SHOWN_BY_UNKNOWN("It is shown by an answer to a question that does not come before it."),
    SHOWN_BY_UNFIT("The condition does not fit the type of the question that it looks at."),
    SHOWN_BY_OPTION("The question that it looks at has no such option."),
    SHOWN_NEVER("No number that the other question allows meets the condition."),
    SEVERITY("A side effect has a severity, and a barrier has none."),
    ADHERENCE_POINTS("Points for adherence are not negative, since they become a percentage."),
    BAND_UNSCORED("No question gives points on this scale."),
    BAND_OVERLAPS("A score lies in one band only."),
    BAND_PERCENT("Bands for adherence lie between 0 and 100."),
    SIGNATORY_REPEATED("It stands in the list already.");

    private final String message;

    TemplateRule(String message) {
        this.message = message;
    }

    Fault at(String pointer) {
        return new Fault(pointer, "template-" + name().toLowerCase(Locale.ROOT).replace('_', '-'), message);
    }
}
