package dev.firstfill.customfields;

import static dev.firstfill.customfields.CustomFieldRule.DATE_YEAR;
import static dev.firstfill.customfields.CustomFieldRule.NOT_AN_OPTION;
import static dev.firstfill.customfields.CustomFieldRule.NUMBER_DIGITS;
import static dev.firstfill.customfields.CustomFieldRule.NUMBER_TOO_LARGE;
import static dev.firstfill.customfields.CustomFieldRule.NUMBER_TOO_SMALL;
import static dev.firstfill.customfields.CustomFieldRule.OPTION_COUNT;
import static dev.firstfill.customfields.CustomFieldRule.OPTION_REPEATED;
import static dev.firstfill.customfields.CustomFieldRule.TEXT_CHARACTERS;
import static dev.firstfill.customfields.CustomFieldRule.TEXT_LENGTH;
import static dev.firstfill.customfields.CustomFieldRule.WRONG_TYPE;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one field takes. Values arrive as JSON gives them and are kept in a form that JSON can hold: a kept value that
 * is judged again is accepted unchanged.
 */
sealed interface Accepts {

    Verdict judge(String pointer, Object given);

    /** @param maxLength in characters as people count them, not in UTF-16 units */
    record Text(int maxLength) implements Accepts {
        @Override
        public Verdict judge(String pointer, Object given) {
            if (!(given instanceof String text)) {
                return Verdict.refused(WRONG_TYPE.at(pointer, "a text"));
            }
            var stripped = text.strip();
            if (stripped.codePointCount(0, stripped.length()) > maxLength) {
                return Verdict.refused(TEXT_LENGTH.at(pointer, maxLength));
            }
            return stripped.codePoints().allMatch(Text::isKeepable)
                    ? new Verdict.Good(stripped)
                    : Verdict.refused(TEXT_CHARACTERS.at(pointer));
        }

        /** PostgreSQL keeps neither the NUL character nor half a surrogate pair; other control characters are dirt. */
        private static boolean isKeepable(int character) {
            boolean isLayout = character == '\t' || character == '\n' || character == '\r';
            return isLayout
                    || !Character.isISOControl(character) && Character.getType(character) != Character.SURROGATE;
        }
    }

    record Decimal(@Nullable BigDecimal min, @Nullable BigDecimal max) implements Accepts {

        /** A JavaScript number holds 15 digits exactly; with more, a front end would show another number. */
        static final int MAX_DIGITS = 15;

        static final int MAX_DECIMALS = 6;

        @Override
        public Verdict judge(String pointer, Object given) {
            var exact = exact(given).orElse(null);
            if (exact == null) {
                return Verdict.refused(WRONG_TYPE.at(pointer, "a number"));
            }
            if (!isKeepable(exact)) {
                return Verdict.refused(NUMBER_DIGITS.at(pointer, MAX_DIGITS, MAX_DECIMALS));
            }
            if (min != null && exact.compareTo(min) < 0) {
                return Verdict.refused(NUMBER_TOO_SMALL.at(pointer, min.toPlainString()));
            }
            if (max != null && exact.compareTo(max) > 0) {
                return Verdict.refused(NUMBER_TOO_LARGE.at(pointer, max.toPlainString()));
            }
            return new Verdict.Good(plain(exact));
        }

        /** Asked before anything writes the number out: 1e999999999 is short, its digits would fill the memory. */
        static boolean isKeepable(BigDecimal number) {
            var plain = number.stripTrailingZeros();
            long digitsBeforePoint = (long) plain.precision() - plain.scale();
            return plain.precision() <= MAX_DIGITS && plain.scale() <= MAX_DECIMALS && digitsBeforePoint <= MAX_DIGITS;
        }

        /** Without idle zeros and without an exponent: 100, not 100.0 and not 1E+2. */
        static BigDecimal plain(BigDecimal keepable) {
            var stripped = keepable.stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }

        private static Optional<BigDecimal> exact(Object given) {
            return switch (given) {
                case BigDecimal decimal -> Optional.of(decimal);
                case BigInteger integer -> Optional.of(new BigDecimal(integer));
                case Integer integer -> Optional.of(BigDecimal.valueOf(integer));
                case Long integer -> Optional.of(BigDecimal.valueOf(integer));
                case Double decimal when Double.isFinite(decimal) -> Optional.of(BigDecimal.valueOf(decimal));
                default -> Optional.empty();
            };
        }
    }

    record YesOrNo() implements Accepts {
        @Override
        public Verdict judge(String pointer, Object given) {
            return given instanceof Boolean
                    ? new Verdict.Good(given)
                    : Verdict.refused(WRONG_TYPE.at(pointer, "true or false"));
        }
    }

    record Day() implements Accepts {
        /** Births of the oldest patients, and dates set far ahead; outside lie typing errors. */
        private static final int FIRST_YEAR = 1900;

        private static final int LAST_YEAR = 2199;

        @Override
        public Verdict judge(String pointer, Object given) {
            var day = day(given).orElse(null);
            if (day == null) {
                return Verdict.refused(WRONG_TYPE.at(pointer, "a date written YYYY-MM-DD"));
            }
            return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR
                    ? new Verdict.Good(day.toString())
                    : Verdict.refused(DATE_YEAR.at(pointer, FIRST_YEAR, LAST_YEAR));
        }

        private static Optional<LocalDate> day(Object given) {
            try {
                return given instanceof String text ? Optional.of(LocalDate.parse(text.strip())) : Optional.empty();
            } catch (DateTimeParseException unreadable) {
                return Optional.empty();
            }
        }
    }

    record Choice(List<String> options) implements Accepts {
        @Override
        public Verdict judge(String pointer, Object given) {
            if (!(given instanceof String text)) {
                return Verdict.refused(WRONG_TYPE.at(pointer, "one of its options, as a text"));
            }
            var chosen = text.strip();
            return options.contains(chosen) ? new Verdict.Good(chosen) : Verdict.refused(NOT_AN_OPTION.at(pointer));
        }
    }

    record Choices(List<String> options) implements Accepts {
        @Override
        public Verdict judge(String pointer, Object given) {
            if (!(given instanceof List<?> list)) {
                return Verdict.refused(WRONG_TYPE.at(pointer, "a list of its options"));
            }
            if (list.size() > options.size()) {
                return Verdict.refused(OPTION_COUNT.at(pointer, options.size()));
            }
            var chosen = new HashSet<Object>();
            var problems = new ArrayList<CustomFieldProblem>();
            for (int i = 0; i < list.size(); i++) {
                switch (new Choice(options).judge(pointer + "/" + i, list.get(i))) {
                    case Verdict.Good(var option) when chosen.add(option) -> {}
                    case Verdict.Good repeated -> problems.add(OPTION_REPEATED.at(pointer + "/" + i));
                    case Verdict.Bad(var found) -> problems.addAll(found);
                    case Verdict.Nothing nothing -> {}
                }
            }
            return problems.isEmpty()
                    ? new Verdict.Good(options.stream().filter(chosen::contains).toList())
                    : new Verdict.Bad(problems);
        }
    }

    /** Something to show on one line: not blank, not long, nothing but characters. */
    static boolean isLine(String text, int maxLength) {
        return !text.isBlank()
                && text.lines().count() == 1
                && new Text(maxLength).judge("", text) instanceof Verdict.Good;
    }
}
