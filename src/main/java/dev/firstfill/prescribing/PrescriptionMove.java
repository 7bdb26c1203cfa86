package dev.firstfill.prescribing;

/** What can be done with a prescription that puts it into another state. */
public enum PrescriptionMove {
    ACTIVATE("activated"),
    HOLD("put on hold"),
    RELEASE("released"),
    CANCEL("cancelled"),
    TRANSFER_OUT("transferred"),
    /** Its last fill is taken. */
    COMPLETE("completed"),
    /** A fill of a completed one is given back. */
    REOPEN("reopened");

    private final String participle;

    PrescriptionMove(String participle) {
        this.participle = participle;
    }

    String participle() {
        return participle;
    }
}
