package dev.firstfill.authorisations;

import org.jspecify.annotations.Nullable;

/**
 * A denial is to be looked at again.
 *
 * @param grounds why it is wrong, in somebody's words
 * @param goodCause why it could not be filed in time is good enough for the payer; else what is late is refused
 */
public record Appeal(
        AppealLevel level, Urgency urgency, @Nullable String grounds, boolean goodCause) {
    @Override
    public String toString() {
        return "Appeal[%s]".formatted(level);
    }
}
