package dev.firstfill.api.testing;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The ways in which people and programs write one value. */
final class Spellings {
    private Spellings() {}

    static Set<String> of(String name, String value) {
        var spellings = new LinkedHashSet<String>();
        switch (name) {
            case "phone" -> spellings.addAll(phones(value.substring("+1".length())));
            case "birthDate" -> spellings.addAll(dates(LocalDate.parse(value)));
            default -> spellings.addAll(words(value));
        }
        return spellings;
    }

    /** E.164 holds the ten digits as they stand; parts of the number alone would be found by chance. */
    private static List<String> phones(String digits) {
        var area = digits.substring(0, 3);
        var exchange = digits.substring(3, 6);
        var line = digits.substring(6);
        return List.of(
                digits,
                "%s-%s-%s".formatted(area, exchange, line),
                "%s.%s.%s".formatted(area, exchange, line),
                "%s %s %s".formatted(area, exchange, line),
                "%s) %s-%s".formatted(area, exchange, line),
                "%s)%s-%s".formatted(area, exchange, line),
                "%s %s-%s".formatted(area, exchange, line));
    }

    private static List<String> dates(LocalDate date) {
        int year = date.getYear();
        int month = date.getMonthValue();
        int day = date.getDayOfMonth();
        return List.of(
                date.toString(),
                "%d%02d%02d".formatted(year, month, day),
                "%02d/%02d/%d".formatted(month, day, year),
                "%d/%d/%d".formatted(month, day, year),
                "%02d-%02d-%d".formatted(month, day, year),
                "%02d.%02d.%d".formatted(day, month, year),
                "[%d,%d,%d]".formatted(year, month, day));
    }

    private static Set<String> words(String value) {
        var spellings = new LinkedHashSet<String>();
        for (var text : List.of(value, decomposed(value), decomposed(value).replaceAll("\\p{M}", ""))) {
            spellings.add(text);
            spellings.add(text.toLowerCase(Locale.ROOT));
            spellings.add(text.toUpperCase(Locale.ROOT));
            spellings.add(reversedCase(text));
        }
        return spellings;
    }

    private static String decomposed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD);
    }

    private static String reversedCase(String text) {
        return text.codePoints()
                .map(letter ->
                        Character.isUpperCase(letter) ? Character.toLowerCase(letter) : Character.toUpperCase(letter))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
