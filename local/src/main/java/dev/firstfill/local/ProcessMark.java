package dev.firstfill.local;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process by number and time of birth, because numbers are given again to others.
 *
 * @param pid its number
 * @param bornAt when it started
 */
record ProcessMark(long pid, Instant bornAt) {

    /** Linux counts from the boot, whose own time moves by up to a second as the clock is set right. */
    private static final Duration CLOCK_DRIFT = Duration.ofSeconds(2);

    static ProcessMark of(ProcessHandle process) {
        return new ProcessMark(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    static ProcessMark ofThisProgram() {
        return of(ProcessHandle.current());
    }

    Optional<ProcessHandle> alive() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::wasBornThen);
    }

    private boolean wasBornThen(ProcessHandle process) {
        var born = process.info().startInstant().orElse(Instant.EPOCH);
        return Duration.between(bornAt, born).abs().compareTo(CLOCK_DRIFT) <= 0;
    }
}
