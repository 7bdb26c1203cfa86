package dev.firstfill.tenancy.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts one statement at the places where it names the pharmacy's schema.
 *
 * <p>Reads SQL as PostgreSQL's scanner does, as far as that is needed to tell a name from text that merely looks like
 * one: {@code pharmacy.patient} is a name, {@code 'pharmacy.patient'} is a value and {@code -- pharmacy.patient} is a
 * remark. What it takes for text and PostgreSQL for a name would stay unwritten and be refused there; what it takes
 * for a name and PostgreSQL for text would change a value.
 *
 * @see <a href="https://www.postgresql.org/docs/18/sql-syntax-lexical.html">PostgreSQL, Lexical Structure</a>
 */
final class StatementScanner {
    /** What statements and entity mappings write for the pharmacy's schema. */
    static final String PLACEHOLDER = "pharmacy";

    private static final int NONE = -1;

    private final String sql;
    private final List<String> parts = new ArrayList<>();
    private int at;
    private int partBegin;
    private boolean begun;
    private boolean ended;
    private boolean afterDot;
    /** Where the last token stands, if it was the placeholder: the name of a schema only if a dot follows. */
    private int placeholderBegin = NONE;

    private int placeholderEnd;

    StatementScanner(String sql) {
        this.sql = sql;
    }

    /** What stands before, between and after the schema's names. */
    List<String> parts() {
        while (at < sql.length()) {
            step();
        }
        parts.add(sql.substring(partBegin));
        return parts;
    }

    private void step() {
        char c = sql.charAt(at);
        if (isSpace(c)) {
            at++;
        } else if (sql.startsWith("--", at)) {
            at = lineEnd(at);
        } else if (sql.startsWith("/*", at)) {
            skipBlockComment();
        } else if (ended) {
            throw new RoutingFault("One statement at a time: something follows the semicolon.");
        } else if (c == '.') {
            dot();
        } else {
            token(c);
        }
    }

    private void token(char first) {
        int begin = at;
        boolean qualified = afterDot;
        afterDot = false;
        placeholderBegin = isPlaceholder(first) && !qualified ? begin : NONE;
        placeholderEnd = at;
    }

    private void dot() {
        if (placeholderBegin != NONE) {
            parts.add(sql.substring(partBegin, placeholderBegin));
            partBegin = placeholderEnd;
        }
        placeholderBegin = NONE;
        afterDot = true;
        at++;
    }

    /** Passes the token, whatever it is. */
    private boolean isPlaceholder(char first) {
        if (isNameStart(first)) {
            return word();
        }
        if (first == '"') {
            return quotedName();
        }
        if (first == '\'') {
            skipString(false);
        } else if (isDigit(first)) {
            skipNumber();
        } else if (first == '$') {
            skipDollar();
        } else {
            ended = first == ';';
            at++;
        }
        return false;
    }

    private boolean word() {
        int begin = at;
        while (at < sql.length() && isNamePart(sql.charAt(at))) {
            at++;
        }
        var word = sql.substring(begin, at).toLowerCase(Locale.ROOT);
        if (word.equals("e") && sql.startsWith("'", at)) {
            skipString(true);
        } else if (word.equals("u") && sql.startsWith("&\"", at)) {
            throw new RoutingFault("Names are written as they are, not by the numbers of their letters.");
        } else {
            check(word);
        }
        return word.equals(PLACEHOLDER);
    }

    private void check(String word) {
        if (!begun) {
            StatementRules.mayBegin(word);
        }
        begun = true;
        StatementRules.mayName(word);
    }

    private boolean quotedName() {
        int begin = at + 1;
        at = end(sql.indexOf('"', begin), 0);
        while (sql.startsWith("\"\"", at)) {
            at = end(sql.indexOf('"', at + 2), 0);
        }
        var name = sql.substring(Math.min(begin, at), at);
        at = Math.min(at + 1, sql.length());
        StatementRules.mayName(name);
        return name.equals(PLACEHOLDER);
    }

    /** A line break between two quoted pieces makes them one string, with the escapes of the first. */
    private void skipString(boolean backslashEscapes) {
        do {
            at = afterQuote(at + 1, backslashEscapes);
        } while (stringContinues());
    }

    /** {@code E'…'} knows backslash escapes, {@code '…'} does not: taking one for the other loses the end. */
    private int afterQuote(int from, boolean backslashEscapes) {
        int index = from;
        while (index < sql.length()) {
            char c = sql.charAt(index);
            if (backslashEscapes && c == '\\' || sql.startsWith("''", index)) {
                index += 2;
            } else if (c == '\'') {
                return index + 1;
            } else {
                index++;
            }
        }
        return sql.length();
    }

    private boolean stringContinues() {
        int next = at;
        boolean newLine = false;
        while (next < sql.length()) {
            char c = sql.charAt(next);
            if (sql.startsWith("--", next)) {
                next = lineEnd(next);
            } else if (isSpace(c)) {
                newLine |= isNewLine(c);
                next++;
            } else {
                break;
            }
        }
        boolean continues = newLine && sql.startsWith("'", next);
        at = continues ? next : at;
        return continues;
    }

    /** Letters glued to a number, as in {@code 1e6}, {@code 0x1F} or a mistake, are no name. */
    private void skipNumber() {
        while (at < sql.length() && isTagPart(sql.charAt(at))) {
            at++;
        }
    }

    /** The text between two equal tags, {@code $$} or {@code $tag$}; else a parameter's sign. */
    private void skipDollar() {
        int end = at + 1;
        while (end < sql.length() && isTagPart(sql.charAt(end))) {
            end++;
        }
        boolean isTag = sql.startsWith("$", end) && !isDigit(sql.charAt(at + 1));
        if (!isTag) {
            at++;
            return;
        }
        var tag = sql.substring(at, end + 1);
        at = end(sql.indexOf(tag, end + 1), tag.length());
    }

    /** Block comments nest. */
    private void skipBlockComment() {
        int depth = 0;
        do {
            if (sql.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (sql.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else {
                at++;
            }
        } while (depth > 0 && at < sql.length());
    }

    private int lineEnd(int from) {
        int end = from;
        while (end < sql.length() && !isNewLine(sql.charAt(end))) {
            end++;
        }
        return end;
    }

    /** What is never closed goes on to the end of the statement, where PostgreSQL will complain of it. */
    private int end(int index, int length) {
        return index < 0 ? sql.length() : index + length;
    }

    private static boolean isNewLine(char c) {
        return c == '\n' || c == '\r';
    }

    /** PostgreSQL's spaces, which are fewer than Java's. */
    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\f' || c == '\u000b' || isNewLine(c);
    }

    /** To PostgreSQL everything beyond ASCII is a letter, be it a space or a dash to people. */
    private static boolean isNameStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c > 127;
    }

    private static boolean isTagPart(char c) {
        return isNameStart(c) || isDigit(c);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNamePart(char c) {
        return isTagPart(c) || c == '$';
    }
}
