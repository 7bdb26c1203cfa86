package dev.firstfill.cases;

import dev.firstfill.clocks.SlaClock;
import dev.firstfill.workflowsettings.WorkflowSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A case, its clocks read off at one instant, and what may be done to it. */
public record CaseReport(Case about, List<Reading> clocks, List<Possible> moves) {
    public CaseReport {
        clocks = List.copyOf(clocks);
        moves = List.copyOf(moves);
    }

    /**
     * A clock, read off.
     *
     * @param gross all the time that has gone, in the clock's own kind of hours
     * @param net without that in which others were waited for
     * @param dueAt when the target is reached if nobody is waited for any more; null while the clock stands, and once it
     *     was stopped in time
     */
    public record Reading(
            SlaClock clock,
            Duration gross,
            Duration net,
            @Nullable Instant dueAt) {}

    /** @param lacks what stands in the way; nothing when the move can be made */
    public record Possible(CaseMove move, List<Lack> lacks) {
        public Possible {
            lacks = List.copyOf(lacks);
        }
    }

    static CaseReport of(CaseRow row, WorkflowSettings settings, Situation situation) {
        var calendar = settings.calendar();
        var now = situation.now();
        return new CaseReport(
                row.opened(),
                row.clocks().all().stream()
                        .map(clock -> new Reading(
                                clock,
                                clock.grossElapsed(now, calendar),
                                clock.netElapsed(now, calendar),
                                clock.dueAt(calendar).orElse(null)))
                        .toList(),
                CaseMoves.of(situation.state()).stream()
                        .map(move -> new Possible(move, Guards.of(move, situation)))
                        .toList());
    }
}
