package dev.firstfill.authorisations;

import org.jspecify.annotations.Nullable;

/**
 * What of a prior authorisation is sealed.
 *
 * @param number the payer's number of it
 * @param note in somebody's words
 */
public record AuthorisationRecord(
        String payer, @Nullable String number, @Nullable String note) {
    @Override
    public String toString() {
        return "AuthorisationRecord[hidden]";
    }
}
