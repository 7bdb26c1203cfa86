package dev.firstfill.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still until it is set or moved. */
public final class SettableClock extends Clock {
    private Instant now = Instant.parse("2026-03-02T15:04:05Z");

    public void day(String date) {
        now = LocalDate.parse(date).atTime(15, 4, 5).toInstant(ZoneOffset.UTC);
    }

    public void passes(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
