package dev.firstfill.cases;

import static dev.firstfill.cases.CaseStatus.APPEAL_PENDING;
import static dev.firstfill.cases.CaseStatus.BENEFITS_VERIFIED_NO_PA;
import static dev.firstfill.cases.CaseStatus.BENEFITS_VERIFIED_PA_REQUIRED;
import static dev.firstfill.cases.CaseStatus.CLINICALLY_CLEARED;
import static dev.firstfill.cases.CaseStatus.CLINICAL_INTERVENTION;
import static dev.firstfill.cases.CaseStatus.DISPENSE_QUEUED;
import static dev.firstfill.cases.CaseStatus.DISPENSING;
import static dev.firstfill.cases.CaseStatus.FILL_COMPLETE;
import static dev.firstfill.cases.CaseStatus.NEW_REFERRAL_INTAKE;
import static dev.firstfill.cases.CaseStatus.ON_HOLD;
import static dev.firstfill.cases.CaseStatus.PA_APPROVED;
import static dev.firstfill.cases.CaseStatus.PA_INFO_REQUESTED;
import static dev.firstfill.cases.CaseStatus.PA_PENDING_PAYER;
import static dev.firstfill.cases.CaseStatus.PA_PREPARATION;
import static dev.firstfill.cases.CaseStatus.WELCOME_CALL_PENDING;

import dev.firstfill.clocks.BusinessCalendar;
import dev.firstfill.clocks.ClockKind;
import dev.firstfill.clocks.Party;
import dev.firstfill.clocks.SlaClock;
import dev.firstfill.clocks.SlaWarning;
import dev.firstfill.workflowsettings.Programme;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of one case. A clock measures a stretch of states: it is started on the way into the stretch and stopped on
 * the way out. A state that interrupts another (information awaited, patient unreachable, on hold) belongs to the stretch
 * of the one it interrupts. While somebody else is waited for the clock stands, and says for whom.
 *
 * @param all those that run, and those that were stopped, in the order in which they were started
 */
record CaseClocks(List<SlaClock> all) {

    /** Some years of refills. Of more the oldest are left out; the story of the case has them. */
    private static final int KEPT = 60;

    private static final Map<ClockKind, Set<CaseStatus>> STRETCHES = stretches();

    CaseClocks(@Nullable List<SlaClock> all) {
        this.all = all == null ? List.of() : List.copyOf(all);
    }

    private static Map<ClockKind, Set<CaseStatus>> stretches() {
        var stretches = new EnumMap<ClockKind, Set<CaseStatus>>(ClockKind.class);
        stretches.put(ClockKind.INTAKE, EnumSet.of(NEW_REFERRAL_INTAKE));
        stretches.put(ClockKind.BENEFITS_INVESTIGATION, EnumSet.of(CaseStatus.BENEFITS_INVESTIGATION));
        stretches.put(ClockKind.PA_SUBMISSION, EnumSet.of(BENEFITS_VERIFIED_PA_REQUIRED, PA_PREPARATION));
        stretches.put(ClockKind.PAYER_DECISION, EnumSet.of(PA_PENDING_PAYER, PA_INFO_REQUESTED));
        stretches.put(ClockKind.APPEAL, EnumSet.of(APPEAL_PENDING));
        stretches.put(ClockKind.FINANCIAL_REVIEW, EnumSet.of(CaseStatus.FINANCIAL_REVIEW));
        stretches.put(
                ClockKind.WELCOME_CALL,
                EnumSet.of(BENEFITS_VERIFIED_NO_PA, PA_APPROVED, WELCOME_CALL_PENDING, CLINICAL_INTERVENTION));
        stretches.put(ClockKind.DISPENSE, EnumSet.of(CLINICALLY_CLEARED, DISPENSE_QUEUED, DISPENSING, FILL_COMPLETE));
        stretches.put(ClockKind.MAXIMUM_HOLD, EnumSet.of(ON_HOLD));
        stretches.put(ClockKind.TIME_TO_FIRST_FILL, EnumSet.range(NEW_REFERRAL_INTAKE, FILL_COMPLETE));
        return Map.copyOf(stretches);
    }

    /** Where the case stands from {@code at} on. */
    record Standing(CaseState state, @Nullable Party waitsFor, boolean treated, Instant at) {
        boolean isIn(ClockKind kind) {
            if (state.status().isEnd() || (kind == ClockKind.TIME_TO_FIRST_FILL && treated)) {
                return false;
            }
            var then = CaseStates.then(state);
            var measured = then == null || kind == ClockKind.MAXIMUM_HOLD ? state.status() : then;
            return STRETCHES.get(kind).contains(measured);
        }

        /** A payer's clock does not stand while the payer is waited for, nor the watchdog of a hold for anybody. */
        Optional<Party> pausesFor(ClockKind kind) {
            return switch (kind) {
                case MAXIMUM_HOLD -> Optional.empty();
                case PAYER_DECISION, APPEAL -> others().filter(party -> party != Party.PAYER);
                default -> others();
            };
        }

        private Optional<Party> others() {
            return Optional.ofNullable(waitsFor).filter(party -> party != Party.PHARMACY);
        }
    }

    CaseClocks after(Standing standing, Programme programme, BusinessCalendar calendar) {
        var next = new ArrayList<SlaClock>();
        var running = EnumSet.noneOf(ClockKind.class);
        for (var clock : all) {
            if (clock.isStopped()) {
                next.add(clock);
            } else if (!standing.isIn(clock.kind())) {
                next.add(clock.stop(standing.at()));
            } else {
                running.add(clock.kind());
                next.add(adjusted(clock, standing));
            }
        }
        for (var kind : ClockKind.values()) {
            var target = programme.targets().get(kind);
            if (target != null && standing.isIn(kind) && !running.contains(kind)) {
                next.add(adjusted(SlaClock.started(kind, target, calendar, standing.at()), standing));
            }
        }
        return new CaseClocks(kept(next));
    }

    private static SlaClock adjusted(SlaClock clock, Standing standing) {
        return standing.pausesFor(clock.kind())
                .map(party -> clock.pause(party, standing.at()))
                .orElseGet(() -> clock.isPaused() ? clock.resume(standing.at()) : clock);
    }

    private static List<SlaClock> kept(List<SlaClock> clocks) {
        var oldest = clocks.stream()
                .filter(SlaClock::isStopped)
                .limit(Math.max(0, clocks.size() - KEPT))
                .toList();
        return clocks.stream().filter(clock -> !oldest.contains(clock)).toList();
    }

    /** When the next warning of any falls due. */
    Optional<Instant> nextWarningAt(BusinessCalendar calendar) {
        return all.stream()
                .flatMap(clock -> clock.nextWarningAt(calendar).stream())
                .min(Instant::compareTo);
    }

    /** The clocks after one warning that has fallen due, and which. */
    record Warned(CaseClocks clocks, ClockKind kind, SlaWarning warning) {}

    /** The earliest warning that has fallen due, if any. */
    Optional<Warned> warn(Instant at, BusinessCalendar calendar) {
        var earliest = nextWarningAt(calendar).filter(due -> !due.isAfter(at));
        return earliest.flatMap(due -> all.stream()
                .filter(clock ->
                        clock.nextWarningAt(calendar).filter(due::equals).isPresent())
                .findFirst()
                .flatMap(clock -> clock.warn(at, calendar)
                        .map(warned -> new Warned(replaced(clock, warned.clock()), clock.kind(), warned.warning()))));
    }

    private CaseClocks replaced(SlaClock old, SlaClock now) {
        return new CaseClocks(
                all.stream().map(clock -> clock == old ? now : clock).toList());
    }

    Optional<SlaClock> running(ClockKind kind) {
        return all.stream()
                .filter(clock -> clock.kind() == kind && !clock.isStopped())
                .findFirst();
    }

    /** Percent of its target that the worst running clock has warned of: 0, 50, 75 or 100. */
    int worst() {
        return all.stream()
                .filter(clock -> !clock.isStopped())
                .flatMap(clock -> clock.warned().keySet().stream())
                .mapToInt(SlaWarning::percent)
                .max()
                .orElse(0);
    }

    /** The clocks that run, by when they are due; those that stand are due never. */
    Optional<Instant> soonestDue(BusinessCalendar calendar) {
        return all.stream()
                .filter(clock -> !clock.isStopped()
                        && clock.kind() != ClockKind.TIME_TO_FIRST_FILL
                        && clock.kind() != ClockKind.MAXIMUM_HOLD)
                .flatMap(clock -> clock.dueAt(calendar).stream())
                .min(Instant::compareTo);
    }
}
