package dev.firstfill.tenancy.audit;

/**
 * Something in a ledger that the platform did not write there, or that is missing.
 *
 * @param from number of the first record concerned
 * @param to number of the last one
 */
public record Finding(Kind kind, long from, long to) {

    /** What was found, in words that follow "records 7 to 9:". */
    public enum Kind {
        ALTERED("altered, or out of place: it does not follow from what is before it"),
        MISSING("missing"),
        /** The one after them follows from the one before them. */
        PUT_IN("put in between two others"),
        DOUBLED("there more than once"),
        /** Each follows from the one before it, but not to where a checkpoint says. */
        REWRITTEN("rewritten: one or more of them contradict the checkpoint at the end of this range"),
        /** A checkpoint speaks of records after the last. */
        CUT_OFF("cut off: a checkpoint says that they were there"),
        CHECKPOINT_FORGED("the checkpoint at this place is not signed by the notary for this pharmacy"),
        CHECKPOINT_MISSING("a checkpoint in this range is missing: the one at its end names it");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public boolean names(long seq) {
        return from <= seq && seq <= to;
    }

    @Override
    public String toString() {
        return from == to
                ? "record %d: %s".formatted(from, kind.words)
                : "records %d to %d: %s".formatted(from, to, kind.words);
    }
}
