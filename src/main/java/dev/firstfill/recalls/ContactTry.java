package dev.firstfill.recalls;

import org.jspecify.annotations.Nullable;

/** What somebody tried, to tell a patient or a prescriber of a recall. */
public record ContactTry(
        RecallContact.Party party,
        RecallContact.Channel channel,
        RecallContact.Outcome outcome,
        RecallContact.Product product,
        @Nullable String note) {
    @Override
    public String toString() {
        return "ContactTry[" + party + " " + outcome + "]";
    }
}
