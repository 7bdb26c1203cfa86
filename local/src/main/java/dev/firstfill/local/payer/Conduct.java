package dev.firstfill.local.payer;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;

/** How the payer meets one request. */
public enum Conduct {
    /** Pays all but the copay. */
    PAYS,
    /** Pays, and says already the first time that it did so before. */
    PAYS_AS_DUPLICATE,
    REJECTS_50,
    REJECTS_70,
    REJECTS_75,
    REJECTS_76,
    REJECTS_79,
    REJECTS_88,
    /** Rejects for a reason that is in nobody's list. */
    REJECTS_X7,
    /** Reverses nothing. */
    KEEPS,
    /** Answers after a quarter of a second. */
    DAWDLES,
    /** Does it and never answers. */
    HANGS,
    /** Does it and answers a byte every tenth of a second, for a minute. */
    DRIPS,
    /** Does it and hangs up. */
    HANGS_UP,
    /** Hangs up before it does anything. */
    LOSES,
    /** Fails with 500 before it does anything. */
    FAILS,
    /** Does it and answers what is no JSON. */
    BABBLES,
    /** Does it and answers half of the JSON as if it were all. */
    CUTS_SHORT,
    /** Does it and hangs up in the middle of the answer. */
    BREAKS_OFF,
    /** Does it and answers twice in one body. */
    ANSWERS_TWICE,
    /** Does it and answers with a megabyte. */
    FLOODS,
    /** Does it and answers of another claim. */
    MIXES_UP,
    /** Does it and answers that it paid more than was billed. */
    OVERSTATES,
    /** Does it and answers with a negative copay. */
    UNDERSTATES,
    /** Sends whoever asks elsewhere. */
    REDIRECTS,
    /** Rejects claims with 75 until it has given prior authorisation for the member and the drug, and then pays. */
    NEEDS_PA,
    /** Gives prior authorisation, for a year and all that was asked for. */
    APPROVES,
    /** Denies a request, for step therapy, and grants the first appeal. */
    DENIES,
    /** Denies a request and every appeal. */
    DENIES_ALWAYS,
    /** Wants to know more, and approves when it does. */
    ASKS,
    /** Has not decided yet; by a member id it approves when it is asked the third time. */
    PENDS,
    /** Has not decided until three days after the submission, by the clock of whoever asks, and then approves. */
    PENDS_DAYS,
    /** Never decides. */
    SLEEPS,
    /** Has not decided, and waits no longer when it is asked the second time. */
    EXPIRES;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Conduct named(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /**
     * By what a member id begins with, so that people who try things out need no script: REJECTS75… is rejected. Of
     * several the longest, since HANGSUP… begins as HANGS… does.
     */
    static Conduct ofMember(String member) {
        return Arrays.stream(values())
                .filter(conduct -> conduct != PAYS && member.startsWith(conduct.inMemberIds()))
                .max(Comparator.comparing(conduct -> conduct.inMemberIds().length()))
                .orElse(PAYS);
    }

    /** What it does about prior authorisation, when its member has to have one: NEEDSPADENIES… is denied. */
    static Conduct ofPatient(String member) {
        var needs = NEEDS_PA.inMemberIds();
        return ofMember(member.startsWith(needs) ? member.substring(needs.length()) : member);
    }

    private String inMemberIds() {
        return name().replace("_", "");
    }
}
