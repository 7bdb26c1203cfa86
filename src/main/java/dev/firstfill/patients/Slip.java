package dev.firstfill.patients;

import dev.firstfill.kernel.Folded;

/** What happens to names when people write them down. */
final class Slip {
    /** In a shorter name, one letter makes another name: Ann and Dan. */
    private static final int LETTERS_MIN = 4;

    private Slip() {}

    /** The same but for one letter, or the one shortened to the other: Katherine and Kathrine, Daniel and D. */
    static boolean isAlike(Folded one, Folded other) {
        return one.startsWith(other) || other.startsWith(one) || isOneLetterOff(one.value(), other.value());
    }

    /** One letter was left out, added, or taken for another, or two neighbours changed places. */
    private static boolean isOneLetterOff(String one, String other) {
        if (one.length() > other.length()) {
            return isOneLetterOff(other, one);
        }
        if (one.length() < LETTERS_MIN || other.length() - one.length() > 1) {
            return false;
        }
        int same = 0;
        while (same < one.length() && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        if (one.length() < other.length()) {
            return one.substring(same).equals(other.substring(same + 1));
        }
        return same == one.length()
                || one.substring(same + 1).equals(other.substring(same + 1))
                || areNeighboursSwapped(one, other, same);
    }

    private static boolean areNeighboursSwapped(String one, String other, int at) {
        return at + 1 < one.length()
                && one.charAt(at) == other.charAt(at + 1)
                && one.charAt(at + 1) == other.charAt(at)
                && one.substring(at + 2).equals(other.substring(at + 2));
    }
}
