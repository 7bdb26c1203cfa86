package dev.firstfill.tenancy.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts one statement at the places where it names the pharmacy's schema.
 *
 * <p>Reads SQL as PostgreSQL does, as far as that is needed to tell a name from text that merely looks like one:
 * {@code pharmacy.patient} is a name, {@code 'pharmacy.patient'} is a value and {@code -- pharmacy.patient} is a
 * remark. What it takes for text and PostgreSQL for a name would stay unwritten and be refused there; what it takes
 * for a name and PostgreSQL for text would change a value.
 */
final class StatementScanner {
    /** What statements and entity mappings write for the pharmacy's schema. */
    static final String PLACEHOLDER = "pharmacy";

    private static final int NONE = -1;

    private final SqlText sql;
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
        this.sql = new SqlText(sql);
    }

    /** What stands before, between and after the schema's names. */
    List<String> parts() {
        while (at < sql.length()) {
            step();
        }
        parts.add(sql.between(partBegin, sql.length()));
        return parts;
    }

    private void step() {
        char c = sql.at(at);
        if (SqlText.isSpace(c)) {
            at++;
        } else if (sql.has("--", at)) {
            at = sql.afterRemark(at);
        } else if (sql.has("/*", at)) {
            at = sql.afterBlockComment(at);
        } else if (ended) {
            throw new RoutingFault("One statement at a time: something follows the semicolon.");
        } else if (c == '.') {
            dot();
        } else {
            token(c);
        }
    }

    private void dot() {
        if (placeholderBegin != NONE) {
            parts.add(sql.between(partBegin, placeholderBegin));
            partBegin = placeholderEnd;
        }
        placeholderBegin = NONE;
        afterDot = true;
        at++;
    }

    private void token(char first) {
        int begin = at;
        boolean qualified = afterDot;
        afterDot = false;
        placeholderBegin = isPlaceholder(first) && !qualified ? begin : NONE;
        placeholderEnd = at;
    }

    /** Passes the token, whatever it is. */
    private boolean isPlaceholder(char first) {
        if (SqlText.isNameStart(first)) {
            return word();
        }
        if (first == '"') {
            return quotedName();
        }
        if (first == '\'') {
            at = sql.afterString(at, false);
        } else if (SqlText.isDigit(first)) {
            at = sql.afterNumber(at);
        } else if (first == '$') {
            at = sql.afterDollar(at);
        } else {
            ended = first == ';';
            at++;
        }
        return false;
    }

    private boolean word() {
        int begin = at;
        at = sql.afterWord(begin);
        var word = sql.between(begin, at).toLowerCase(Locale.ROOT);
        if (word.equals("e") && sql.has("'", at)) {
            at = sql.afterString(at, true);
            return false;
        }
        if (word.equals("u") && sql.has("&\"", at)) {
            throw new RoutingFault("Names are written as they are, not by the numbers of their letters.");
        }
        if (!begun) {
            StatementRules.mayBegin(word);
        }
        begun = true;
        StatementRules.mayName(word);
        return word.equals(PLACEHOLDER);
    }

    private boolean quotedName() {
        int begin = at;
        at = sql.afterQuotedName(begin);
        var name = sql.between(begin, at);
        StatementRules.mayName(name.replace("\"", ""));
        return name.equals("\"" + PLACEHOLDER + "\"");
    }
}
