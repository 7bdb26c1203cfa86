package dev.firstfill.tenancy.outbox;

import java.time.Duration;

/** The receiver has taken the event, and wants to be told again later. */
public final class PutOff extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Duration pause;

    public PutOff(Duration pause) {
        super("put off", null, false, false);
        this.pause = pause;
    }

    Duration pause() {
        return pause;
    }
}
