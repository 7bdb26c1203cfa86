package dev.firstfill.clocks;

/** How much of a target was used up when somebody was warned. */
public enum SlaWarning {
    HALF(50),
    THREE_QUARTERS(75),
    /** The target is missed. */
    BREACH(100);

    private final int percent;

    SlaWarning(int percent) {
        this.percent = percent;
    }

    public int percent() {
        return percent;
    }
}
