package dev.firstfill.dispensing;

/**
 * A gate that holds a dispense up, or would if nobody had overridden it.
 *
 * @param fact what is so, in one sentence that names nobody
 * @param remedy what to do about it, in one sentence
 * @param overridden somebody who may has decided that it does not hold this dispense up
 */
public record ClosedGate(Gate gate, String fact, String remedy, boolean overridden) {

    /** What a rule finds wrong. */
    record Finding(String fact, String remedy) {}
}
