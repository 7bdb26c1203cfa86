package dev.firstfill.clocks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else was waited for.
 *
 * @param to null while the waiting goes on
 */
public record Pause(Party party, Instant from, @Nullable Instant to) {
    public Pause {
        if (party == Party.PHARMACY) {
            throw new IllegalArgumentException("The pharmacy's own delay stops no clock.");
        }
    }

    Pause until(Instant end) {
        return new Pause(party, from, end);
    }
}
