package dev.firstfill.clocks;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.firstfill.kernel.Lists;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Measures one promise of a case: how long since it began, how much of that others were waited for, and when the target
 * is missed. Every change is another clock; this one stays.
 *
 * <p>Gross time is all that has gone, net time is what is left without the pauses; both in the clock's own kind of
 * hours. It is reckoned by the version of the calendar that it was set by, whatever calendars came later: the caller
 * brings that version, and another one is refused.
 *
 * <p>Clocks of two machines differ by a little. An instant before the latest change counts as the latest change.
 *
 * @param pauses in their order, none within another, the last one open while the clock stands
 * @param stoppedAt null while the clock is wound
 * @param warned when each warning was given; an event, kept as it happened
 */
public record SlaClock(
        ClockKind kind,
        SlaTarget target,
        int calendarVersion,
        Instant startedAt,
        List<Pause> pauses,
        @Nullable Instant stoppedAt,
        Map<SlaWarning, Instant> warned) {

    /** A case that waits for others more often has another trouble than its clock. */
    private static final int PAUSES_MAX = 1_000;

    public SlaClock(
            ClockKind kind,
            SlaTarget target,
            int calendarVersion,
            Instant startedAt,
            @Nullable List<Pause> pauses,
            @Nullable Instant stoppedAt,
            @Nullable Map<SlaWarning, Instant> warned) {
        this.kind = kind;
        this.target = target;
        this.calendarVersion = calendarVersion;
        this.startedAt = startedAt;
        this.pauses = Lists.kept(pauses);
        this.stoppedAt = stoppedAt;
        var given = new EnumMap<SlaWarning, Instant>(SlaWarning.class);
        given.putAll(warned == null ? Map.of() : warned);
        this.warned = Collections.unmodifiableMap(given);
        if (this.pauses.size() > PAUSES_MAX) {
            throw new IllegalArgumentException("A clock is paused at most %d times.".formatted(PAUSES_MAX));
        }
    }

    public static SlaClock started(ClockKind kind, SlaTarget target, BusinessCalendar calendar, Instant at) {
        return new SlaClock(kind, target, calendar.version(), at, List.of(), null, Map.of());
    }

    @JsonIgnore
    public boolean isStopped() {
        return stoppedAt != null;
    }

    @JsonIgnore
    public boolean isPaused() {
        return waiting().isPresent();
    }

    @JsonIgnore
    public boolean isBreached() {
        return warned.containsKey(SlaWarning.BREACH);
    }

    /** Who is waited for now, while the clock stands. */
    public Optional<Party> waitingFor() {
        return waiting().map(Pause::party);
    }

    /** Whoever was waited for before is waited for no longer. */
    public SlaClock pause(Party party, Instant at) {
        requireWound();
        if (waitingFor().filter(party::equals).isPresent()) {
            return this;
        }
        var changed = closed(at);
        changed.add(new Pause(party, inOrder(at), null));
        return with(changed, null);
    }

    public SlaClock resume(Instant at) {
        requireWound();
        return with(closed(at), null);
    }

    /** For good: what is promised anew has a clock of its own. */
    public SlaClock stop(Instant at) {
        requireWound();
        return with(closed(at), inOrder(at));
    }

    public Duration grossElapsed(Instant at, BusinessCalendar calendar) {
        requireOwn(calendar);
        return target.hours().between(startedAt, last(at), calendar);
    }

    public Duration netElapsed(Instant at, BusinessCalendar calendar) {
        requireOwn(calendar);
        var end = last(at);
        return runs().stream()
                .filter(run -> run.from().isBefore(end))
                .map(run -> target.hours().between(run.from(), run.endBy(end), calendar))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** When the target is reached if nobody is waited for any more; nothing while paused, or stopped in time. */
    public Optional<Instant> dueAt(BusinessCalendar calendar) {
        return reached(SlaWarning.BREACH, calendar);
    }

    /**
     * When the next warning falls due. While paused, and once stopped, only what had fallen due before: a warning that
     * was late is still given.
     */
    public Optional<Instant> nextWarningAt(BusinessCalendar calendar) {
        return next().flatMap(warning -> reached(warning, calendar));
    }

    /** The next warning, if it has fallen due by {@code at}; one at a time, in their order. */
    public Optional<Warned> warn(Instant at, BusinessCalendar calendar) {
        return next().filter(warning -> reached(warning, calendar)
                        .filter(due -> !due.isAfter(at))
                        .isPresent())
                .map(warning -> new Warned(given(warning, at), warning));
    }

    /** The clock that has given a warning, and which. */
    public record Warned(SlaClock clock, SlaWarning warning) {}

    private Optional<SlaWarning> next() {
        return Arrays.stream(SlaWarning.values())
                .filter(warning -> !warned.containsKey(warning))
                .findFirst();
    }

    private Optional<Instant> reached(SlaWarning warning, BusinessCalendar calendar) {
        requireOwn(calendar);
        var remaining = target.part(warning);
        for (var run : runs()) {
            if (run.to() == null) {
                return Optional.of(target.hours().plus(run.from(), remaining, calendar));
            }
            var length = target.hours().between(run.from(), run.to(), calendar);
            if (length.compareTo(remaining) >= 0) {
                return Optional.of(target.hours().plus(run.from(), remaining, calendar));
            }
            remaining = remaining.minus(length);
        }
        return Optional.empty();
    }

    /** The times in which the clock ran; the last one has no end while it does. */
    private List<Run> runs() {
        var runs = new ArrayList<Run>();
        Instant from = startedAt;
        for (var pause : pauses) {
            runs.add(new Run(from, pause.from()));
            if (pause.to() == null) {
                return runs;
            }
            from = pause.to();
        }
        runs.add(new Run(from, stoppedAt));
        return runs;
    }

    private record Run(Instant from, @Nullable Instant to) {
        Instant endBy(Instant end) {
            return to == null || to.isAfter(end) ? end : to;
        }
    }

    private Optional<Pause> waiting() {
        return pauses.isEmpty()
                ? Optional.empty()
                : Optional.of(pauses.getLast()).filter(pause -> pause.to() == null);
    }

    /** The pauses, the open one ended. */
    private List<Pause> closed(Instant at) {
        var closed = new ArrayList<>(pauses);
        waiting().ifPresent(open -> closed.set(closed.size() - 1, open.until(inOrder(at))));
        return closed;
    }

    private Instant inOrder(Instant at) {
        var latest = startedAt;
        if (!pauses.isEmpty()) {
            var pause = pauses.getLast();
            latest = pause.to() == null ? pause.from() : pause.to();
        }
        return at.isBefore(latest) ? latest : at;
    }

    /** Until when it is reckoned at {@code at}. */
    private Instant last(Instant at) {
        var end = stoppedAt != null && stoppedAt.isBefore(at) ? stoppedAt : at;
        return end.isBefore(startedAt) ? startedAt : end;
    }

    private SlaClock with(List<Pause> changed, @Nullable Instant stopped) {
        return new SlaClock(kind, target, calendarVersion, startedAt, changed, stopped, warned);
    }

    private SlaClock given(SlaWarning warning, Instant at) {
        var all = new EnumMap<SlaWarning, Instant>(SlaWarning.class);
        all.putAll(warned);
        all.put(warning, at);
        return new SlaClock(kind, target, calendarVersion, startedAt, pauses, stoppedAt, all);
    }

    private void requireWound() {
        if (isStopped()) {
            throw new IllegalStateException("The clock " + kind + " is stopped.");
        }
    }

    private void requireOwn(BusinessCalendar calendar) {
        if (calendar.version() != calendarVersion) {
            throw new IllegalArgumentException("The clock %s was set by version %d of the calendar, not by %d."
                    .formatted(kind, calendarVersion, calendar.version()));
        }
    }
}
