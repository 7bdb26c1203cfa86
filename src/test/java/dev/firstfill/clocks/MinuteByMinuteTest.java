package dev.firstfill.clocks;

import static dev.firstfill.clocks.Calendars.hours;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * Business time against a watchman who looks at the wall every minute and notes the latest time that he has seen: he
 * takes an hour that is shown a second time for more of the same.
 */
class MinuteByMinuteTest {
    private static final List<List<OpeningHours>> DAYS = List.of(
            List.of(),
            List.of(hours("08:00", "17:00")),
            List.of(hours("08:15", "12:00"), hours("13:00", "17:45")),
            List.of(hours("22:00", "01:30")),
            List.of(hours("02:10", "02:50"), hours("23:00", "02:00")),
            List.of(hours("01:45", "03:00")),
            List.of(hours("00:00", "00:00")),
            List.of(hours("00:00", "01:00"), hours("20:00", "00:00")));

    /** Each with a change of clocks a day or two after; Lord Howe's is half an hour, Cairo's is at midnight. */
    private record Place(ZoneId zone, Instant eve) {
        static Place of(String zone, String eve) {
            return new Place(ZoneId.of(zone), Instant.parse(eve));
        }
    }

    private static final List<Place> PLACES = List.of(
            Place.of("America/Chicago", "2026-03-06T18:00:00Z"),
            Place.of("America/Chicago", "2026-10-30T18:00:00Z"),
            Place.of("Europe/Berlin", "2026-03-27T11:00:00Z"),
            Place.of("Europe/Berlin", "2026-10-23T11:00:00Z"),
            Place.of("Australia/Lord_Howe", "2026-04-03T02:00:00Z"),
            Place.of("Australia/Lord_Howe", "2026-10-02T02:00:00Z"),
            Place.of("Africa/Cairo", "2026-04-22T10:00:00Z"),
            Place.of("Africa/Cairo", "2026-10-28T10:00:00Z"),
            Place.of("Asia/Kolkata", "2026-12-30T06:00:00Z"));

    private record Situation(BusinessCalendar calendar, Instant eve) {}

    @Property(tries = 400)
    void the_time_between_is_what_the_watchman_counts(
            @ForAll("situations") Situation situation,
            @ForAll @IntRange(max = 3_000) int before,
            @ForAll @IntRange(max = 9_000) int minutes) {
        var from = situation.eve().plus(before, ChronoUnit.MINUTES);
        var to = from.plus(minutes, ChronoUnit.MINUTES);

        var counted = Watchman.at(situation, from).countUntil(to);

        assertThat(situation.calendar().between(from, to)).isEqualTo(Duration.ofMinutes(counted));
    }

    @Property(tries = 400)
    void adding_ends_where_the_watchman_has_counted_as_much_and_is_undone_by_the_time_between(
            @ForAll("situations") Situation situation,
            @ForAll @IntRange(max = 3_000) int before,
            @ForAll @IntRange(max = 3_000) int minutes) {
        var start = situation.eve().plus(before, ChronoUnit.MINUTES);
        var time = Duration.ofMinutes(minutes);

        var reached = situation.calendar().plus(start, time);

        assertThat(reached).isEqualTo(Watchman.at(situation, start).countTo(minutes));
        assertThat(situation.calendar().between(start, reached)).isEqualTo(time);
    }

    @Provide
    Arbitrary<Situation> situations() {
        return Combinators.combine(
                        Arbitraries.of(PLACES),
                        Arbitraries.of(DAYS).list().ofSize(7),
                        Arbitraries.integers().between(0, 9).set().ofMaxSize(2))
                .filter((place, week, holidays) -> opens(week))
                .as((place, week, holidays) -> {
                    var first = LocalDate.ofInstant(place.eve(), place.zone());
                    var off = new TreeSet<LocalDate>();
                    holidays.forEach(day -> off.add(first.plusDays(day)));
                    return new Situation(calendar(place.zone(), week, off), place.eve());
                });
    }

    private static boolean opens(List<List<OpeningHours>> week) {
        try {
            calendar(ZoneId.of("UTC"), week, new TreeSet<>());
            return true;
        } catch (ClockRefusals.CalendarUnfit overlapping) {
            return false;
        }
    }

    private static BusinessCalendar calendar(ZoneId zone, List<List<OpeningHours>> days, TreeSet<LocalDate> holidays) {
        var week = new EnumMap<DayOfWeek, List<OpeningHours>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            week.put(day, days.get(day.ordinal()));
        }
        return new BusinessCalendar(1, zone, week, holidays);
    }

    /** Knows of no transitions: only what the wall shows now, and the latest that it has shown. */
    private static final class Watchman {
        private final BusinessCalendar calendar;
        private Instant now;
        private LocalDateTime latest = LocalDateTime.MIN;

        private Watchman(BusinessCalendar calendar, Instant now) {
            this.calendar = calendar;
            this.now = now;
        }

        /** He came two days earlier, so that he has seen last night. */
        static Watchman at(Situation situation, Instant start) {
            var watchman = new Watchman(situation.calendar(), start.minus(2, ChronoUnit.DAYS));
            watchman.countUntil(start);
            return watchman;
        }

        long countUntil(Instant end) {
            long counted = 0;
            while (now.isBefore(end)) {
                counted += look() ? 1 : 0;
            }
            return counted;
        }

        Instant countTo(long minutes) {
            for (long counted = 0; counted < minutes; ) {
                counted += look() ? 1 : 0;
            }
            return now;
        }

        /** Whether it is open in the minute that begins now. */
        private boolean look() {
            var wall = LocalDateTime.ofInstant(now, calendar.zone());
            latest = wall.isAfter(latest) ? wall : latest;
            now = now.plus(1, ChronoUnit.MINUTES);
            var today = latest.toLocalDate();
            return isOpen(today) || isOpen(today.minusDays(1));
        }

        private boolean isOpen(LocalDate day) {
            return !calendar.holidays().contains(day)
                    && calendar.week().getOrDefault(day.getDayOfWeek(), List.of()).stream()
                            .anyMatch(hours -> !latest.isBefore(day.atTime(hours.from()))
                                    && latest.isBefore((hours.to().isAfter(hours.from()) ? day : day.plusDays(1))
                                            .atTime(hours.to())));
        }
    }
}
