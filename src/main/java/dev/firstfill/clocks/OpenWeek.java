package dev.firstfill.clocks;

import dev.firstfill.clocks.ClockRefusals.CalendarUnfit;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a week of opening hours has to be: open at some time, and never twice at once. */
final class OpenWeek {
    private OpenWeek() {}

    /** The same, in the order of days and hours, and never changing. */
    static Map<DayOfWeek, List<OpeningHours>> checked(Map<DayOfWeek, List<OpeningHours>> week) {
        var sorted = new EnumMap<DayOfWeek, List<OpeningHours>>(DayOfWeek.class);
        week.forEach((day, hours) -> {
            if (hours.size() > BusinessCalendar.SPANS_PER_DAY_MAX) {
                throw new CalendarUnfit(
                        "A day has at most %d opening hours.".formatted(BusinessCalendar.SPANS_PER_DAY_MAX));
            }
            if (!hours.isEmpty()) {
                sorted.put(
                        day,
                        hours.stream()
                                .sorted(Comparator.comparing(OpeningHours::from))
                                .toList());
            }
        });
        if (sorted.isEmpty()) {
            throw new CalendarUnfit("A calendar is open at some time of the week.");
        }
        requireApart(spans(sorted));
        return Collections.unmodifiableMap(sorted);
    }

    private static List<WeekSpan> spans(Map<DayOfWeek, List<OpeningHours>> sorted) {
        var spans = new ArrayList<WeekSpan>();
        sorted.forEach((day, hours) -> hours.forEach(open -> spans.add(WeekSpan.of(day, open))));
        // The week goes round: Sunday's night must be over when Monday opens.
        var first = spans.getFirst();
        spans.add(new WeekSpan(first.begin().plusDays(7), first.end().plusDays(7)));
        return spans;
    }

    private static void requireApart(List<WeekSpan> spans) {
        for (int i = 1; i < spans.size(); i++) {
            if (spans.get(i).begin().compareTo(spans.get(i - 1).end()) < 0) {
                throw new CalendarUnfit("Opening hours overlap; who opens at night closes on the day after.");
            }
        }
    }

    /** From when to when, since Monday began. */
    private record WeekSpan(Duration begin, Duration end) {
        static WeekSpan of(DayOfWeek day, OpeningHours hours) {
            var begin = Duration.ofDays(day.ordinal()).plus(Duration.between(LocalTime.MIDNIGHT, hours.from()));
            return new WeekSpan(begin, begin.plus(hours.length()));
        }
    }
}
