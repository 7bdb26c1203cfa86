package dev.firstfill.tenancy.outbox;

/** The receiver answered, and did not take the event. The message is ours and says nothing of what it answered. */
public final class NotTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotTaken(String message) {
        super(message, null, false, false);
    }
}
