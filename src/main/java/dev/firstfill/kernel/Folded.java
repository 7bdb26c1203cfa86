package dev.firstfill.kernel;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name freed of everything people spell differently: case, accents, punctuation, spaces. {@code O'Brien-Núñez} and
 * {@code obrien nunez} fold alike.
 */
public record Folded(String value) {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'’]+");

    public static Folded of(String text) {
        var decomposed = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        var letters = MARKS.matcher(withoutLigatures(decomposed)).replaceAll("");
        return new Folded(NOT_LETTER_OR_DIGIT.matcher(letters).replaceAll(""));
    }

    /** The whole name and each word of it: {@code García Márquez} is found under both surnames. */
    public static List<Folded> wholeAndWords(String text) {
        var words = Arrays.stream(BETWEEN_WORDS.split(text)).map(Folded::of);
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(of(text)), words)
                .filter(folded -> !folded.value().isEmpty())
                .distinct()
                .toList();
    }

    public boolean startsWith(Folded prefix) {
        return value.startsWith(prefix.value);
    }

    /** The first {@code length} characters, or all when there are fewer. */
    public Folded prefix(int length) {
        return value.length() <= length ? this : new Folded(value.substring(0, length));
    }

    /** Letters that Unicode does not decompose, as airlines and passports spell them (ICAO 9303 part 3). */
    private static String withoutLigatures(String text) {
        return text.replace("ß", "ss")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace("ø", "o")
                .replace("đ", "d")
                .replace("ł", "l")
                .replace("þ", "th");
    }
}
