package dev.firstfill.clocks;

import dev.firstfill.clocks.ClockRefusals.CalendarUnfit;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/**
 * Open from one time on the wall until another, in whole minutes. Who closes no later than they open closes on the day
 * after: 22:00 to 06:00 is a night, 00:00 to 00:00 a whole day.
 */
public record OpeningHours(LocalTime from, LocalTime to) {
    public OpeningHours {
        if (!isWholeMinute(from) || !isWholeMinute(to)) {
            throw new CalendarUnfit("Opening hours are in whole minutes.");
        }
    }

    private static boolean isWholeMinute(LocalTime time) {
        return time.equals(time.truncatedTo(ChronoUnit.MINUTES));
    }

    LocalDateTime opens(LocalDate day) {
        return day.atTime(from);
    }

    LocalDateTime closes(LocalDate day) {
        return (to.isAfter(from) ? day : day.plusDays(1)).atTime(to);
    }

    Duration length() {
        return Duration.between(opens(LocalDate.EPOCH), closes(LocalDate.EPOCH));
    }
}
