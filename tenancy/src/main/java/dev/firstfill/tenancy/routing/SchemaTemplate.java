package dev.firstfill.tenancy.routing;

import java.util.ArrayList;
import java.util.List;

/**
 * One statement with gaps where the schema belongs.
 *
 * <p>Reads SQL as PostgreSQL's scanner does, as far as that is needed to tell a name from text that merely looks like
 * one: {@code pharmacy.patient} is a name, {@code 'pharmacy.patient'} is a value and {@code -- pharmacy.patient} is a
 * remark. Refuses what could change who the connection is: more than one statement, or one that sets session state.
 *
 * @see <a href="https://www.postgresql.org/docs/18/sql-syntax-lexical.html">PostgreSQL, Lexical Structure</a>
 */
final class SchemaTemplate {
    /** What statements and entity mappings write for the pharmacy's schema. */
    static final String PLACEHOLDER = "pharmacy";

    private static final List<String> SESSION_STATEMENTS = List.of("set", "reset", "discard", "listen", "copy", "do");
    private static final String ROLE_FUNCTION = "set_config";

    private final List<String> parts;
    private final int lengthWithoutSchemas;

    private SchemaTemplate(List<String> parts) {
        this.parts = List.copyOf(parts);
        this.lengthWithoutSchemas = parts.stream().mapToInt(String::length).sum();
    }

    /** @throws RoutingFault when the statement is more than one, or touches the session's state */
    static SchemaTemplate of(String sql) {
        return new SchemaTemplate(new Scanner(sql).parts());
    }

    String in(String schema) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        var sql = new StringBuilder(lengthWithoutSchemas + schema.length() * (parts.size() - 1)).append(parts.get(0));
        for (int part = 1; part < parts.size(); part++) {
            sql.append(schema).append(parts.get(part));
        }
        return sql.toString();
    }

    private static final class Scanner {
        private final String sql;
        private final List<String> parts = new ArrayList<>();
        private int at;
        private int partBegin;
        private boolean sawWord;
        private boolean ended;

        Scanner(String sql) {
            this.sql = sql;
        }

        List<String> parts() {
            while (at < sql.length()) {
                step();
            }
            parts.add(sql.substring(partBegin));
            return parts;
        }

        private void step() {
            char c = sql.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '-' && next() == '-') {
                at = indexOrEnd(sql.indexOf('\n', at));
            } else if (c == '/' && next() == '*') {
                skipBlockComment();
            } else if (ended) {
                throw new RoutingFault("One statement at a time: something follows the semicolon.");
            } else {
                stepToken(c);
            }
        }

        private void stepToken(char c) {
            if (c == '\'') {
                skipString(at > 0 && isEscapePrefix());
            } else if (c == '"') {
                skipQuoted('"');
            } else if (c == '$' && dollarTag() != null) {
                skipDollarQuoted(dollarTag());
            } else if (isIdentifierStart(c)) {
                word();
            } else if (Character.isDigit(c)) {
                skipWhileIdentifier();
            } else {
                ended = c == ';';
                at++;
            }
        }

        private void word() {
            int begin = at;
            skipWhileIdentifier();
            var word = sql.substring(begin, at).toLowerCase(java.util.Locale.ROOT);
            if (!sawWord && SESSION_STATEMENTS.contains(word) || word.equals(ROLE_FUNCTION)) {
                throw new RoutingFault("A statement may not change the session it runs in.");
            }
            sawWord = true;
            boolean qualifies = at < sql.length() && sql.charAt(at) == '.';
            boolean qualified = begin > 0 && sql.charAt(begin - 1) == '.';
            if (word.equals(PLACEHOLDER) && qualifies && !qualified) {
                parts.add(sql.substring(partBegin, begin));
                partBegin = at;
            }
        }

        private void skipWhileIdentifier() {
            while (at < sql.length() && isIdentifierPart(sql.charAt(at))) {
                at++;
            }
        }

        /** {@code E'…'} knows backslash escapes, {@code '…'} does not: taking one for the other loses the end. */
        private boolean isEscapePrefix() {
            char before = sql.charAt(at - 1);
            return (before == 'e' || before == 'E') && (at == 1 || !isIdentifierPart(sql.charAt(at - 2)));
        }

        private void skipString(boolean backslashEscapes) {
            at++;
            while (at < sql.length()) {
                char c = sql.charAt(at);
                if (backslashEscapes && c == '\\') {
                    at += 2;
                } else if (c == '\'' && next() == '\'') {
                    at += 2;
                } else if (c == '\'') {
                    at++;
                    return;
                } else {
                    at++;
                }
            }
            at = sql.length();
        }

        private void skipQuoted(char quote) {
            sawWord = true;
            at = indexOrEnd(sql.indexOf(quote, at + 1)) + 1;
            at = Math.min(at, sql.length());
        }

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

        private String dollarTag() {
            int end = at + 1;
            while (end < sql.length() && isTagPart(sql.charAt(end))) {
                end++;
            }
            boolean tag = end < sql.length()
                    && sql.charAt(end) == '$'
                    && (end == at + 1 || !Character.isDigit(sql.charAt(at + 1)));
            return tag ? sql.substring(at, end + 1) : null;
        }

        private void skipDollarQuoted(String tag) {
            int end = sql.indexOf(tag, at + tag.length());
            at = end < 0 ? sql.length() : end + tag.length();
        }

        private char next() {
            return at + 1 < sql.length() ? sql.charAt(at + 1) : '\0';
        }

        private int indexOrEnd(int index) {
            return index < 0 ? sql.length() : index;
        }

        private static boolean isIdentifierStart(char c) {
            return Character.isLetter(c) || c == '_' || c > 127;
        }

        private static boolean isIdentifierPart(char c) {
            return isIdentifierStart(c) || Character.isDigit(c) || c == '$';
        }

        private static boolean isTagPart(char c) {
            return isIdentifierStart(c) || Character.isDigit(c);
        }
    }
}
