package dev.firstfill.workflowsettings;

import static dev.firstfill.clocks.ClockKind.APPEAL;
import static dev.firstfill.clocks.ClockKind.BENEFITS_INVESTIGATION;
import static dev.firstfill.clocks.ClockKind.DISPENSE;
import static dev.firstfill.clocks.ClockKind.FINANCIAL_REVIEW;
import static dev.firstfill.clocks.ClockKind.INTAKE;
import static dev.firstfill.clocks.ClockKind.MAXIMUM_HOLD;
import static dev.firstfill.clocks.ClockKind.PAYER_DECISION;
import static dev.firstfill.clocks.ClockKind.PA_SUBMISSION;
import static dev.firstfill.clocks.ClockKind.TIME_TO_FIRST_FILL;
import static dev.firstfill.clocks.ClockKind.WELCOME_CALL;

import dev.firstfill.clocks.ClockKind;
import dev.firstfill.clocks.HourKind;
import dev.firstfill.clocks.OpeningHours;
import dev.firstfill.clocks.SlaTarget;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a pharmacy works until it says otherwise: open on weekdays from 8 to 18, intake in 2 business hours, benefits and
 * submission in 4 each, the first fill in 72 hours.
 */
final class ShippedSettings {
    private ShippedSettings() {}

    static NewWorkflowSettings in(ZoneId zone) {
        var open = List.of(new OpeningHours(LocalTime.of(8, 0), LocalTime.of(18, 0)));
        var week = new OpeningWeek(open, open, open, open, open, null, null);
        var standard = new Programme(
                Programme.DEFAULT,
                "All other drugs",
                List.of(),
                targets(),
                Set.of(),
                new ContactRule(3, 2, 3),
                8,
                30,
                30,
                5);
        return new NewWorkflowSettings(zone, week, List.of(), List.of(standard));
    }

    private static Map<ClockKind, SlaTarget> targets() {
        var targets = new EnumMap<ClockKind, SlaTarget>(ClockKind.class);
        targets.put(INTAKE, business(2));
        targets.put(BENEFITS_INVESTIGATION, business(4));
        targets.put(PA_SUBMISSION, business(4));
        targets.put(PAYER_DECISION, clock(72));
        targets.put(APPEAL, clock(7 * 24));
        targets.put(FINANCIAL_REVIEW, business(10));
        targets.put(WELCOME_CALL, business(10));
        targets.put(DISPENSE, business(20));
        targets.put(TIME_TO_FIRST_FILL, clock(72));
        targets.put(MAXIMUM_HOLD, clock(30 * 24));
        return targets;
    }

    private static SlaTarget business(int hours) {
        return new SlaTarget(HourKind.BUSINESS, Duration.ofHours(hours));
    }

    private static SlaTarget clock(int hours) {
        return new SlaTarget(HourKind.CLOCK, Duration.ofHours(hours));
    }
}
