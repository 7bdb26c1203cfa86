package dev.firstfill.clocks;

import dev.firstfill.kernel.Refusal;

/** Every way this context says no. */
public final class ClockRefusals {
    private ClockRefusals() {}

    /** A pharmacy cannot open and close as the calendar says. */
    public static final class CalendarUnfit extends Refusal {
        private static final long serialVersionUID = 1L;

        CalendarUnfit(String why) {
            super(Kind.UNPROCESSABLE, "calendar-unfit", why);
        }
    }

    /** Nobody can be held to such a target. */
    public static final class TargetUnfit extends Refusal {
        private static final long serialVersionUID = 1L;

        TargetUnfit(String why) {
            super(Kind.UNPROCESSABLE, "sla-target-unfit", why);
        }
    }
}
