package dev.firstfill.kernel;

/**
 * What a use case does to which kind of thing, in two words: {@code read patient}, {@code amend prescriber}.
 *
 * <p>Every passage through {@link Transactions} names its act, so that counting, tracing and the audit ledger stand
 * in that one door and no use case can forget them.
 *
 * @param recorded whether it leaves a record in the audit ledger
 */
public record Act(String verb, String noun, boolean recorded) {

    public static Act of(String verb, String noun) {
        return new Act(verb, noun, true);
    }

    /**
     * For looking at what says nothing of any patient: the formulary, the prescribers' directory. The door opens no
     * person's seal in such an act, so that whoever chooses wrongly finds out at once.
     */
    public static Act unrecorded(String verb, String noun) {
        return new Act(verb, noun, false);
    }

    @Override
    public String toString() {
        return verb + " " + noun;
    }
}
