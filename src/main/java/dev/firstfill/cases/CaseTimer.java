package dev.firstfill.cases;

import dev.firstfill.workflowsettings.WorkflowSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** What time does to a case, reckoned from what is known of it: nothing is kept twice, so nothing can disagree. */
final class CaseTimer {
    private CaseTimer() {}

    /** Something that falls due. */
    sealed interface Due {
        Instant at();

        /** A clock has used up so much of its target. */
        record Warning(Instant at) implements Due {}

        /** The payer's leave runs out in some weeks. */
        record Reauthorise(Instant at, String mark) implements Due {}

        /** The supply runs out in some days. */
        record Refill(Instant at) implements Due {}

        /** The day has come until which the case was held. */
        record HoldOver(Instant at, String mark) implements Due {}
    }

    static Optional<Due> next(CaseRow row, WorkflowSettings settings, ZoneId zone) {
        return Stream.of(
                        warning(row, settings),
                        reauthorisation(row, settings, zone),
                        refill(row, settings, zone),
                        hold(row, zone))
                .flatMap(Optional::stream)
                .min(Comparator.comparing(Due::at));
    }

    private static Optional<Due> warning(CaseRow row, WorkflowSettings settings) {
        return row.clocks().nextWarningAt(settings.calendar()).map(Due.Warning::new);
    }

    private static Optional<Due> reauthorisation(CaseRow row, WorkflowSettings settings, ZoneId zone) {
        var leave = row.facts().authorisation();
        if (leave == null) {
            return Optional.empty();
        }
        var mark = "reauthorise " + leave.id() + " " + leave.validUntil();
        var day = leave.validUntil().minusDays(row.programme(settings).reauthoriseLeadDays());
        return unmarked(row, mark).map(open -> new Due.Reauthorise(morning(day, zone), mark));
    }

    private static Optional<Due> refill(CaseRow row, WorkflowSettings settings, ZoneId zone) {
        var supply = row.facts().supply();
        return supply == null || row.status() != CaseStatus.ADHERENCE_FOLLOW_UP
                ? Optional.empty()
                : Optional.of(new Due.Refill(morning(
                        supply.runsOutOn().minusDays(row.programme(settings).refillLeadDays()), zone)));
    }

    private static Optional<Due> hold(CaseRow row, ZoneId zone) {
        var hold = row.facts().hold();
        if (hold == null || row.status() != CaseStatus.ON_HOLD) {
            return Optional.empty();
        }
        var mark = "hold over " + hold.until();
        return unmarked(row, mark).map(open -> new Due.HoldOver(morning(hold.until(), zone), mark));
    }

    private static Optional<String> unmarked(CaseRow row, String mark) {
        return Optional.of(mark).filter(wanted -> !row.facts().marks().contains(wanted));
    }

    private static Instant morning(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
