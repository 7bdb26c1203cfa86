package dev.firstfill.kernel;

import java.util.UUID;

/**
 * Seals what identifies a person before it is stored, and opens it again.
 *
 * <p>A sealed value opens only in the place it was sealed for: moved to another row, column or pharmacy it is noise.
 */
public interface Seals {

    /** Where a sealed value lies. Bound into the seal, so that a value cannot be moved. */
    record Place(String table, String column, UUID row) {}

    /** Seals what belongs to the pharmacy and is about no one person. */
    byte[] seal(Place place, byte[] plain);

    /** @throws BrokenSeal when the value was altered, moved, or sealed with a key that is gone */
    byte[] open(Place place, byte[] sealed);

    /**
     * Makes a key for one person alone. Destroyed, it takes with it everything that was ever sealed with it, in every
     * copy: that is how a person is forgotten.
     *
     * @return the key, wrapped by the pharmacy's, to be kept beside the person
     */
    byte[] newKeyOf(UUID person);

    /**
     * The seal of one person. Whoever opens with it has seen something of that person, and the ledger will say so.
     *
     * @param wrappedKey as {@link #newKeyOf} gave it
     * @throws BrokenSeal when the key is not this person's
     */
    OfPerson of(UUID person, byte[] wrappedKey);

    /** Seals and opens with one person's key. */
    interface OfPerson {
        byte[] seal(Place place, byte[] plain);

        /** @throws BrokenSeal when the value was altered, moved, or sealed with another key */
        byte[] open(Place place, byte[] sealed);
    }

    /**
     * A stand-in for a value in an index: equal values have equal tokens, and without the pharmacy's key neither can
     * be told from the other. 64 bits: among a million values a false match is a one in millions event, and whoever
     * searches compares the opened value before answering.
     *
     * @param kind what is indexed, such as {@code phone}; the same value under another kind has another token
     */
    long token(String kind, String value);

    /** A sealed value did not open. Somebody changed the database behind the platform's back, or a key is lost. */
    final class BrokenSeal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Place place;

        public BrokenSeal(Place place, Throwable cause) {
            super(
                    "A sealed value does not open (table=%s column=%s row=%s)"
                            .formatted(place.table(), place.column(), place.row()),
                    cause);
            this.place = place;
        }

        public Place place() {
            return place;
        }
    }
}
