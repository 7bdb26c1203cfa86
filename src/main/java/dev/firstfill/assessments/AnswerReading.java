package dev.firstfill.assessments;

import static dev.firstfill.assessments.AnswerRule.DATE_YEAR;
import static dev.firstfill.assessments.AnswerRule.NOT_AN_OPTION;
import static dev.firstfill.assessments.AnswerRule.NUMBER_DIGITS;
import static dev.firstfill.assessments.AnswerRule.NUMBER_TOO_LARGE;
import static dev.firstfill.assessments.AnswerRule.NUMBER_TOO_SMALL;
import static dev.firstfill.assessments.AnswerRule.OPTION_REPEATED;
import static dev.firstfill.assessments.AnswerRule.TEXT_CHARACTERS;
import static dev.firstfill.assessments.AnswerRule.TEXT_LENGTH;
import static dev.firstfill.assessments.AnswerRule.WRONG_TYPE;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads one answer as JSON gives it, in the terms of its question. */
record AnswerReading(String pointer, Question question) {
    /** As much as a person says into one box; longer texts are notes of another kind. */
    static final int TEXT_MAX = 2_000;

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    /** What became of it. */
    sealed interface Outcome {
        record Fit(Answer answer) implements Outcome {}

        record Unfit(List<Fault> faults) implements Outcome {}
    }

    Outcome of(Object given) {
        return switch (question.type()) {
            case BOOLEAN ->
                given instanceof Boolean yes
                        ? new Outcome.Fit(new Answer.YesOrNo(yes))
                        : unfit(WRONG_TYPE.at(pointer, "true or false"));
            case CHOICE -> given instanceof String code ? choice(code) : unfit(WRONG_TYPE.at(pointer, "one option"));
            case CHOICES ->
                given instanceof List<?> list ? choices(list) : unfit(WRONG_TYPE.at(pointer, "a list of options"));
            case NUMBER -> number(given);
            case DATE -> date(given);
            case TEXT -> given instanceof String text ? text(text.strip()) : unfit(WRONG_TYPE.at(pointer, "a text"));
        };
    }

    private Outcome choice(String code) {
        return question.option(code).isPresent()
                ? new Outcome.Fit(new Answer.Choice(code))
                : unfit(NOT_AN_OPTION.at(pointer));
    }

    /** In the order of the template, whatever the order they were given in. */
    private Outcome choices(List<?> given) {
        if (given.size() > TemplateContent.OPTIONS_MAX) {
            return unfit(WRONG_TYPE.at(pointer, "each option once"));
        }
        var seen = new HashSet<Object>();
        var faults = IntStream.range(0, given.size())
                .mapToObj(i -> fault(pointer + "/" + i, given.get(i), seen))
                .flatMap(Optional::stream)
                .toList();
        if (!faults.isEmpty()) {
            return new Outcome.Unfit(faults);
        }
        var chosen = question.options().stream()
                .map(Option::code)
                .filter(seen::contains)
                .toList();
        return new Outcome.Fit(new Answer.Choices(chosen));
    }

    private Optional<Fault> fault(String place, Object each, HashSet<Object> seen) {
        if (!(each instanceof String code) || question.option(code).isEmpty()) {
            return Optional.of(NOT_AN_OPTION.at(place));
        }
        return seen.add(code) ? Optional.empty() : Optional.of(OPTION_REPEATED.at(place));
    }

    private Outcome number(Object given) {
        var exact = Numbers.exact(given).orElse(null);
        if (exact == null) {
            return unfit(WRONG_TYPE.at(pointer, "a number"));
        }
        if (!Numbers.isKeepable(exact)) {
            return unfit(NUMBER_DIGITS.at(pointer, Numbers.DIGITS_MAX, Numbers.DECIMALS_MAX));
        }
        if (question.min() != null && exact.compareTo(question.min()) < 0) {
            return unfit(NUMBER_TOO_SMALL.at(pointer, question.min().toPlainString()));
        }
        if (question.max() != null && exact.compareTo(question.max()) > 0) {
            return unfit(NUMBER_TOO_LARGE.at(pointer, question.max().toPlainString()));
        }
        return new Outcome.Fit(new Answer.Quantity(Numbers.plain(exact)));
    }

    private Outcome date(Object given) {
        try {
            if (given instanceof String text && text.length() == "YYYY-MM-DD".length()) {
                var day = LocalDate.parse(text);
                return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR
                        ? new Outcome.Fit(new Answer.Day(day))
                        : unfit(DATE_YEAR.at(pointer, FIRST_YEAR, LAST_YEAR));
            }
        } catch (DateTimeParseException unreadable) {
            // Answered below, as whatever else is no date.
        }
        return unfit(WRONG_TYPE.at(pointer, "a date written YYYY-MM-DD"));
    }

    private Outcome text(String text) {
        if (text.codePointCount(0, text.length()) > TEXT_MAX) {
            return unfit(TEXT_LENGTH.at(pointer, TEXT_MAX));
        }
        return text.codePoints().allMatch(AnswerReading::isKeepable)
                ? new Outcome.Fit(new Answer.Words(text))
                : unfit(TEXT_CHARACTERS.at(pointer));
    }

    private static boolean isKeepable(int character) {
        boolean isLayout = character == '\t' || character == '\n' || character == '\r';
        return isLayout || !Character.isISOControl(character) && Character.getType(character) != Character.SURROGATE;
    }

    private static Outcome unfit(Fault fault) {
        return new Outcome.Unfit(List.of(fault));
    }
}
