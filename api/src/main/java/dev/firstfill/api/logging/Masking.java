package dev.firstfill.api.logging;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes out of a text what looks like a person's, and whole what quotes a row or an input. Names cannot be told from
 * other words, so this is no leave to log them. Left alone are UUIDs, trace ids, instants, slugs, patients' numbers
 * and NPIs, without which a log is of no use.
 */
final class Masking {
    private static final String NOT_WITHIN_A_WORD = "(?<![\\p{L}\\p{N}_-])";
    private static final String WORD_ENDS = "(?![\\p{L}\\p{N}_]|-[\\p{L}\\p{N}])";

    private record Rule(Pattern pattern, String replacement) {

        static Rule of(String regex, String replacement) {
            return new Rule(Pattern.compile(regex, Pattern.DOTALL), replacement);
        }
    }

    /** In this order: what quotes whole values goes first. */
    private static final List<Rule> RULES = List.of(
            // PostgreSQL's details. A value may hold any character, hence up to the last words that follow values.
            Rule.of("Failing row contains \\(.*", "Failing row contains [hidden]"),
            Rule.of(
                    "Key \\((.{0,200}?)\\)=\\("
                            + "(?:.*(?=\\) (?:already exists|is not present|is still referenced|conflicts))|.*)",
                    "Key ($1)=([hidden]"),
            // What parsers say about the input they did not understand: PostgreSQL's, Java's, Jackson's.
            Rule.of(
                    "(invalid (?:input|value|byte)[^\"]{0,80}|out of range: |For input string: |from String |"
                            + "Unrecognized field )\".*\"",
                    "$1\"[hidden]\""),
            Rule.of("(Text |Unrecognized token )'.*'", "$1'[hidden]'"),
            Rule.of(
                    "(?<![\\p{L}\\p{N}._+'-])[\\p{L}\\p{N}._+'-]{1,64}+(?:@|%40)"
                            + "(?:[\\p{L}\\p{N}-]{1,63}\\.){1,8}\\p{L}{2,}",
                    "[email]"),
            Rule.of(NOT_WITHIN_A_WORD + "\\d{3}-\\d{2}-\\d{4}" + WORD_ENDS, "[ssn]"),
            // E.164, and as people write American numbers. Without punctuation only what a numbering plan allows.
            Rule.of("(?:\\+|%2[Bb])[1-9]\\d{7,14}(?!\\d)", "[phone]"),
            Rule.of(
                    "(?<![\\p{L}\\p{N}_.-])(?:(?:\\+|%2[Bb])?1[ .-]?)?(?:\\(\\d{3}\\)|\\d{3})[ .-]?\\d{3}[ .-]\\d{4}"
                            + WORD_ENDS,
                    "[phone]"),
            Rule.of(NOT_WITHIN_A_WORD + "1?[2-9]\\d{2}[2-9]\\d{6}" + WORD_ENDS, "[phone]"),
            // Days, but not instants.
            Rule.of(
                    NOT_WITHIN_A_WORD + "(?:18|19|20)\\d{2}-[01]\\d-[0-3]\\d" + WORD_ENDS + "(?! \\d{1,2}:\\d{2})",
                    "[date]"),
            Rule.of(NOT_WITHIN_A_WORD + "[01]?\\d[/.][0-3]?\\d[/.](?:18|19|20)\\d{2}" + WORD_ENDS, "[date]"),
            // Member ids of most plans. Codes of libraries such as HHH10001005 have fewer digits.
            Rule.of(NOT_WITHIN_A_WORD + "(?!P\\d)[A-Z]{1,5}\\d{9,17}" + WORD_ENDS, "[member id]"));

    private Masking() {}

    static String of(String text) {
        var masked = text;
        for (var rule : RULES) {
            masked = rule.pattern().matcher(masked).replaceAll(rule.replacement());
        }
        return masked;
    }
}
