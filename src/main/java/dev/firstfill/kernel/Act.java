package dev.firstfill.kernel;

/**
 * What a use case does to which kind of thing, in two words: {@code read patient}, {@code amend prescriber}.
 *
 * <p>Every passage through {@link Transactions} names its act, so that counting, tracing and the audit ledger stand
 * in that one door and no use case can forget them.
 */
public record Act(String verb, String noun) {

    public static Act of(String verb, String noun) {
        return new Act(verb, noun);
    }

    @Override
    public String toString() {
        return verb + " " + noun;
    }
}
