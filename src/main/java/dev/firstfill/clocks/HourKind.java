package dev.firstfill.clocks;

import java.time.Duration;
import java.time.Instant;

/** Whose hours count. */
public enum HourKind {
    /** Hours in which the pharmacy is open: what it does itself. */
    BUSINESS {
        @Override
        Instant plus(Instant start, Duration time, BusinessCalendar calendar) {
            return calendar.plus(start, time);
        }

        @Override
        Duration between(Instant from, Instant to, BusinessCalendar calendar) {
            return calendar.between(from, to);
        }
    },
    /** Every hour: what payers, partners and the law ask for. */
    CLOCK {
        @Override
        Instant plus(Instant start, Duration time, BusinessCalendar calendar) {
            return start.plus(time);
        }

        @Override
        Duration between(Instant from, Instant to, BusinessCalendar calendar) {
            return Duration.between(from, to);
        }
    };

    abstract Instant plus(Instant start, Duration time, BusinessCalendar calendar);

    abstract Duration between(Instant from, Instant to, BusinessCalendar calendar);
}
