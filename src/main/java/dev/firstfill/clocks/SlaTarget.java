package dev.firstfill.clocks;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.firstfill.clocks.ClockRefusals.TargetUnfit;
import java.time.Duration;

/** How long something may take: a minute to 366 days in whole seconds, of business hours or of every hour. */
public record SlaTarget(
        HourKind hours,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Duration target) {
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(366);

    public SlaTarget {
        if (target.compareTo(SHORTEST) < 0 || target.compareTo(LONGEST) > 0) {
            throw new TargetUnfit("A target is at least a minute and at most 366 days.");
        }
        if (target.getNano() != 0) {
            throw new TargetUnfit("A target is in whole seconds.");
        }
    }

    Duration part(SlaWarning warning) {
        return target.multipliedBy(warning.percent()).dividedBy(100);
    }
}
