package dev.firstfill.assessments;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still until it is moved. */
final class ClinicClock extends Clock {
    static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    private Instant now = Instant.parse("2026-03-02T15:04:05Z");

    void passesDays(int days) {
        now = now.plus(Duration.ofDays(days));
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
