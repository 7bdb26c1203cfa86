package dev.firstfill.clocks;

import java.time.Duration;
import java.time.Instant;

/** Open without a break; of the two instants, the first belongs to it. */
record OpenSpan(Instant opens, Instant closes) {

    /** What lies in it of the time between the two; nothing when they are elsewhere. */
    Duration shared(Instant from, Instant to) {
        var begin = opens.isBefore(from) ? from : opens;
        var end = closes.isAfter(to) ? to : closes;
        return end.isAfter(begin) ? Duration.between(begin, end) : Duration.ZERO;
    }
}
