package dev.firstfill.clocks;

import dev.firstfill.clocks.ClockRefusals.CalendarUnfit;
import dev.firstfill.clocks.ClockRefusals.TargetUnfit;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a pharmacy works: its week, in the time of its zone, without its holidays. Never changed: other hours, another
 * zone or one more holiday are another version, and what was reckoned by this one keeps it.
 *
 * <p>Opening hours are read off the wall, their length is real: the night on which clocks go back is an hour longer. A
 * time that the wall shows twice is the first of the two; one that it never shows is the moment at which the hands are
 * moved past it. So hours that do not overlap on the wall never overlap in fact.
 *
 * <p>On a holiday nobody opens; who opened the evening before still closes in the morning.
 *
 * @param version of the pharmacy's settings, by which a clock names the calendar it was set by
 * @param week days without opening hours are left out
 */
public record BusinessCalendar(
        int version, ZoneId zone, Map<DayOfWeek, List<OpeningHours>> week, SortedSet<LocalDate> holidays) {

    /** A morning, an afternoon, and a spare few. */
    public static final int SPANS_PER_DAY_MAX = 6;

    /** More than ten years of every public holiday. */
    public static final int HOLIDAYS_MAX = 400;

    /** Ten years. Whatever takes longer is a mistake in the calendar or in the target. */
    private static final int SEARCHED_DAYS_MAX = 3_660;

    public BusinessCalendar(
            int version,
            ZoneId zone,
            @Nullable Map<DayOfWeek, List<OpeningHours>> week,
            @Nullable SortedSet<LocalDate> holidays) {
        this.version = version;
        this.zone = zone;
        this.week = OpenWeek.checked(week == null ? Map.of() : week);
        this.holidays = Collections.unmodifiableSortedSet(holidays == null ? new TreeSet<>() : new TreeSet<>(holidays));
        if (this.holidays.size() > HOLIDAYS_MAX) {
            throw new CalendarUnfit("A calendar has at most %d holidays.".formatted(HOLIDAYS_MAX));
        }
    }

    /** The first instant at which so much business time has gone since {@code start}. */
    public Instant plus(Instant start, Duration businessTime) {
        if (businessTime.isNegative()) {
            throw new IllegalArgumentException("Business time does not run backwards.");
        }
        if (businessTime.isZero()) {
            return start;
        }
        var remaining = businessTime;
        var day = firstDay(start);
        for (int searched = 0; searched < SEARCHED_DAYS_MAX; searched++, day = day.plusDays(1)) {
            for (var span : open(day).toList()) {
                var length = span.shared(start, Instant.MAX);
                if (length.compareTo(remaining) >= 0) {
                    return span.closes().minus(length).plus(remaining);
                }
                remaining = remaining.minus(length);
            }
        }
        throw new TargetUnfit("By this calendar, the target is not reached within ten years.");
    }

    /** How much business time lies between the two instants. */
    public Duration between(Instant from, Instant to) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("Business time does not run backwards.");
        }
        var first = firstDay(from);
        var last = to.atZone(zone).toLocalDate();
        if (first.plusDays(SEARCHED_DAYS_MAX).isBefore(last)) {
            throw new IllegalArgumentException("Business time is reckoned over ten years at most.");
        }
        return first.datesUntil(last.plusDays(1))
                .flatMap(this::open)
                .map(span -> span.shared(from, to))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** The day before, because its night may not be over. */
    private LocalDate firstDay(Instant start) {
        return start.atZone(zone).toLocalDate().minusDays(1);
    }

    private Stream<OpenSpan> open(LocalDate day) {
        if (holidays.contains(day)) {
            return Stream.empty();
        }
        return week.getOrDefault(day.getDayOfWeek(), List.of()).stream()
                .map(hours -> new OpenSpan(first(hours.opens(day)), first(hours.closes(day))));
    }

    /** The first instant at which the wall shows this time, or has been moved past it. */
    private Instant first(LocalDateTime time) {
        var rules = zone.getRules();
        var transition = rules.getTransition(time);
        if (transition != null && transition.isGap()) {
            return transition.getInstant();
        }
        return time.toInstant(rules.getValidOffsets(time).getFirst());
    }
}
