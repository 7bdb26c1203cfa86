package dev.firstfill.prescribing;

import dev.firstfill.kernel.Refusal;

/**
 * What stands in the way of filling a prescription.
 *
 * @param fact how things are; names no patient
 * @param remedy what somebody can do about it
 */
public record FillObstacle(Rule rule, String fact, String remedy) {

    /** The rules of filling, in the order in which they are asked. */
    public enum Rule {
        NO_FILLS_REMAINING,
        NOT_ACTIVE,
        EXPIRED,
        NOT_STARTED
    }

    Refusal refusal() {
        return switch (rule) {
            case NO_FILLS_REMAINING -> new PrescribingRefusals.NoFillsRemaining(this);
            case NOT_ACTIVE -> new PrescribingRefusals.NotActive(this);
            case EXPIRED -> new PrescribingRefusals.Expired(this);
            case NOT_STARTED -> new PrescribingRefusals.NotStarted(this);
        };
    }

    String sentences() {
        return fact + " " + remedy;
    }
}
