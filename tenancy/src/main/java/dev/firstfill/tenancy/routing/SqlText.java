package dev.firstfill.tenancy.routing;

/**
 * The text of a statement, and where things in it end, as PostgreSQL's scanner sees it. What is never closed goes on
 * to the end, where PostgreSQL will complain of it.
 *
 * @see <a href="https://www.postgresql.org/docs/18/sql-syntax-lexical.html">PostgreSQL, Lexical Structure</a>
 */
record SqlText(String sql) {

    int length() {
        return sql.length();
    }

    char at(int index) {
        return sql.charAt(index);
    }

    boolean has(String piece, int index) {
        return sql.startsWith(piece, index);
    }

    String between(int begin, int end) {
        return sql.substring(begin, end);
    }

    int afterWord(int begin) {
        int end = begin;
        while (end < sql.length() && isNamePart(sql.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Letters glued to a number, as in {@code 1e6}, {@code 0x1F} or a mistake, are no name. */
    int afterNumber(int begin) {
        int end = begin;
        while (end < sql.length() && isTagPart(sql.charAt(end))) {
            end++;
        }
        return end;
    }

    /** A quote that is doubled belongs to the name. */
    int afterQuotedName(int quote) {
        int end = after("\"", quote + 1);
        while (has("\"", end)) {
            end = after("\"", end + 1);
        }
        return end;
    }

    /** A line break between two quoted pieces makes them one string, with the escapes of the first. */
    int afterString(int quote, boolean backslashEscapes) {
        int end = afterPiece(quote + 1, backslashEscapes);
        int next = nextPiece(end);
        while (next > end) {
            end = afterPiece(next + 1, backslashEscapes);
            next = nextPiece(end);
        }
        return end;
    }

    /** {@code E'…'} knows backslash escapes, {@code '…'} does not: taking one for the other loses the end. */
    private int afterPiece(int from, boolean backslashEscapes) {
        int index = from;
        while (index < sql.length()) {
            char c = sql.charAt(index);
            if (backslashEscapes && c == '\\' || has("''", index)) {
                index += 2;
            } else if (c == '\'') {
                return index + 1;
            } else {
                index++;
            }
        }
        return sql.length();
    }

    /** Where the string goes on after a line break, which may have remarks about it; {@code end} if it does not. */
    private int nextPiece(int end) {
        int next = end;
        boolean newLine = false;
        while (next < sql.length() && (has("--", next) || isSpace(sql.charAt(next)))) {
            newLine |= isNewLine(sql.charAt(next));
            next = has("--", next) ? afterRemark(next) : next + 1;
        }
        return newLine && has("'", next) ? next : end;
    }

    /** After the text between two equal tags, {@code $$} or {@code $tag$}; else after a parameter's sign. */
    int afterDollar(int begin) {
        int end = afterNumber(begin + 1);
        boolean isTag = has("$", end) && !isDigit(sql.charAt(begin + 1));
        return isTag ? after(sql.substring(begin, end + 1), end + 1) : begin + 1;
    }

    /** At the line break, which is not part of it. */
    int afterRemark(int begin) {
        int end = begin;
        while (end < sql.length() && !isNewLine(sql.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Block comments nest. */
    int afterBlockComment(int begin) {
        int index = begin;
        int depth = 0;
        do {
            if (has("/*", index)) {
                depth++;
                index += 2;
            } else if (has("*/", index)) {
                depth--;
                index += 2;
            } else {
                index++;
            }
        } while (depth > 0 && index < sql.length());
        return index;
    }

    private int after(String end, int from) {
        int index = sql.indexOf(end, from);
        return index < 0 ? sql.length() : index + end.length();
    }

    /** PostgreSQL's spaces, which are fewer than Java's. */
    static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\f' || c == '\u000b' || isNewLine(c);
    }

    private static boolean isNewLine(char c) {
        return c == '\n' || c == '\r';
    }

    /** To PostgreSQL everything beyond ASCII is a letter, be it a space or a dash to people. */
    static boolean isNameStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c > 127;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isTagPart(char c) {
        return isNameStart(c) || isDigit(c);
    }

    private static boolean isNamePart(char c) {
        return isTagPart(c) || c == '$';
    }
}
