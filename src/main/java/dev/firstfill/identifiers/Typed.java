package dev.firstfill.identifiers;

/** What people type and paste, freed of what carries no meaning. */
final class Typed {

    private Typed() {}

    /**
     * One kind of space, one kind of hyphen, nothing invisible, nothing around. Copied texts bring no-break spaces, en
     * dashes and direction marks along, which nobody sees and everybody gets an error for.
     */
    static String plain(String typed) {
        if (isPlain(typed)) {
            return typed.strip();
        }
        var plain = new StringBuilder(typed.length());
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (Character.getType(c) == Character.FORMAT) {
                continue;
            }
            plain.append(isSpace(c) ? ' ' : isHyphen(c) ? '-' : c);
        }
        return plain.toString().strip();
    }

    /** So is nearly all that is read back; nothing in ASCII's printed characters has to be put right. */
    private static boolean isPlain(String typed) {
        for (int i = 0; i < typed.length(); i++) {
            if (typed.charAt(i) < ' ' || typed.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /** Without spaces, in capitals. */
    static String solid(String typed) {
        return capitals(plain(typed)).replace(" ", "");
    }

    /** Without spaces and hyphens, in capitals. */
    static String bare(String typed) {
        return solid(typed).replace("-", "");
    }

    /**
     * ASCII letters only, as in {@link #smalls}. {@code toUpperCase} would turn a dotless i or a long s into plain
     * I and S, and so let a foreign letter pass for the one that the code was issued with.
     */
    static String capitals(String text) {
        return shifted(text, 'a', 'z', 'A' - 'a');
    }

    static String smalls(String text) {
        return shifted(text, 'A', 'Z', 'a' - 'A');
    }

    private static String shifted(String text, char first, char last, int distance) {
        var shifted = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            shifted.append(c >= first && c <= last ? (char) (c + distance) : c);
        }
        return shifted.toString();
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isHyphen(char c) {
        return Character.getType(c) == Character.DASH_PUNCTUATION || c == '\u2212';
    }
}
