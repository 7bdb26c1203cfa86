package dev.firstfill.clocks;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The calendars of the tests, all of Chicago, where clocks change on 8 March and 1 November 2026. */
final class Calendars {
    static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);

    private Calendars() {}

    static BusinessCalendar named(String name) {
        return switch (name) {
            case "office" -> office(1, CHICAGO);
            case "lunch" -> of(week(WORKDAYS, hours("08:00", "12:00"), hours("13:00", "17:00")));
            case "night" -> of(week(EVERY_DAY, hours("22:00", "06:00")));
            case "night, 8 March off" -> of(week(EVERY_DAY, hours("22:00", "06:00")), "2026-03-08");
            case "always" -> of(week(EVERY_DAY, hours("00:00", "00:00")));
            case "always, 8 March off" -> of(week(EVERY_DAY, hours("00:00", "00:00")), "2026-03-08");
            case "Sunday, never seen" ->
                of(week(Set.of(DayOfWeek.SUNDAY), hours("02:15", "02:45"), hours("09:00", "10:00")));
            case "Sunday, seen twice" -> of(week(Set.of(DayOfWeek.SUNDAY), hours("01:30", "03:00")));
            default -> throw new IllegalArgumentException(name);
        };
    }

    static BusinessCalendar office(int version, ZoneId zone) {
        var holidays = List.of("2026-05-25", "2026-11-26", "2026-12-25", "2027-01-01");
        return calendar(version, zone, week(WORKDAYS, hours("08:00", "17:00")), holidays.toArray(String[]::new));
    }

    static BusinessCalendar of(Map<DayOfWeek, List<OpeningHours>> week, String... holidays) {
        return calendar(1, CHICAGO, week, holidays);
    }

    static BusinessCalendar calendar(
            int version, ZoneId zone, Map<DayOfWeek, List<OpeningHours>> week, String... holidays) {
        var dates = new TreeSet<LocalDate>();
        Arrays.stream(holidays).map(LocalDate::parse).forEach(dates::add);
        return new BusinessCalendar(version, zone, week, dates);
    }

    static Map<DayOfWeek, List<OpeningHours>> week(Set<DayOfWeek> days, OpeningHours... hours) {
        var week = new EnumMap<DayOfWeek, List<OpeningHours>>(DayOfWeek.class);
        days.forEach(day -> week.put(day, List.of(hours)));
        return week;
    }

    static OpeningHours hours(String from, String to) {
        return new OpeningHours(LocalTime.parse(from), LocalTime.parse(to));
    }
}
