package dev.firstfill.emergency;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * By when an access in an emergency is to be reviewed: one business day, which ends with the next weekday after the day
 * it was opened on, where the pharmacy is. Holidays count as weekdays: a deadline that comes early does no harm.
 */
public final class ReviewDeadline {
    private ReviewDeadline() {}

    /** The first moment at which the review is overdue. */
    public static Instant of(Instant openedAt, ZoneId zone) {
        var day = openedAt.atZone(zone).toLocalDate().plusDays(1);
        while (isWeekend(day)) {
            day = day.plusDays(1);
        }
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
