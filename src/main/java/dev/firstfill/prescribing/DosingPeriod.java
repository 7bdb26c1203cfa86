package dev.firstfill.prescribing;

import com.fasterxml.jackson.annotation.JsonProperty;

/** In what the time between doses is measured. Months are missing: they differ in length, and prescribers say weeks. */
public enum DosingPeriod {
    @JsonProperty("hour")
    HOUR(1),
    @JsonProperty("day")
    DAY(24),
    @JsonProperty("week")
    WEEK(168);

    private final int hours;

    DosingPeriod(int hours) {
        this.hours = hours;
    }

    int hours() {
        return hours;
    }
}
