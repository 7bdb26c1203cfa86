package dev.firstfill.referrals;

import java.util.regex.Pattern;

/** Whether directions direct. */
final class Sig {
    /** A figure, a number in words, or a word for how often: one of them stands in every sig that can be followed. */
    private static final Pattern MEASURE = Pattern.compile(
            "[0-9]|\\b(one|two|three|four|half|once|twice|thrice|every|each|daily|nightly|weekly|monthly|morning"
                    + "|evening|bedtime|noon|day|week|month|hourly|bid|tid|qid|qd|qhs|qod|q[0-9]+h)\\b",
            Pattern.CASE_INSENSITIVE);

    private Sig() {}

    static boolean isUnclear(String sig) {
        return !MEASURE.matcher(sig).find();
    }
}
