package dev.firstfill.kernel;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The present instant, as precise as PostgreSQL keeps it, so that what is answered now is what will be read later. */
public final class Now {
    private Now() {}

    public static Instant by(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
