package dev.firstfill.assessments;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What stands between a patient and the therapy. */
public enum ConcernKind {
    @JsonProperty("side-effect")
    SIDE_EFFECT,
    /** To taking the drug as it should be taken: cost, forgetting, fear of needles. */
    @JsonProperty("barrier")
    BARRIER;

    /** Of its name in the contract. */
    public static ConcernKind fromString(String name) {
        return valueOf(WireName.constant(name));
    }
}
