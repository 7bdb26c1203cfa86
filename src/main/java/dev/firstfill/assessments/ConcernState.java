package dev.firstfill.assessments;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The life of a concern.
 *
 * <pre>
 *                         follow up
 *                           +---+
 *                           v   |
 *   raise -> OPEN -- follow up -> FOLLOWED_UP
 *              |                       |
 *              +------ resolve --------+--> RESOLVED
 * </pre>
 */
public enum ConcernState {
    @JsonProperty("open")
    OPEN,
    @JsonProperty("followed-up")
    FOLLOWED_UP,
    @JsonProperty("resolved")
    RESOLVED;

    ConcernState afterFollowUp() {
        mustTakeSteps();
        return FOLLOWED_UP;
    }

    ConcernState afterResolution() {
        mustTakeSteps();
        return RESOLVED;
    }

    private void mustTakeSteps() {
        if (this == RESOLVED) {
            throw new AssessmentRefusals.ConcernResolved();
        }
    }

    /** Of its name in the contract. */
    public static ConcernState fromString(String name) {
        return valueOf(WireName.constant(name));
    }
}
