package dev.firstfill.claims;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why somebody should look after a claim. Words of ours: what a payer says may name people. */
public enum ClaimTrouble {
    /** The payer could not be reached, or said nothing in time. It may have heard all the same. */
    @JsonProperty("no-answer")
    NO_ANSWER,
    /** The payer answered that it could not. */
    @JsonProperty("payer-failed")
    PAYER_FAILED,
    /** The payer answered what nobody can read. */
    @JsonProperty("answer-unreadable")
    ANSWER_UNREADABLE,
    /** The payer answered what cannot be: more than was billed, or of another claim. */
    @JsonProperty("answer-does-not-fit")
    ANSWER_DOES_NOT_FIT,
    /** A later answer says something else than the one that stands. */
    @JsonProperty("answers-contradict")
    ANSWERS_CONTRADICT,
    /** The payer will not take back what it paid. */
    @JsonProperty("reversal-refused")
    REVERSAL_REFUSED,
    /** The patient was erased before the payer was asked, so nobody knows any more whom to ask about. */
    @JsonProperty("patient-erased")
    PATIENT_ERASED,
    /** The platform has no payer to ask any more. */
    @JsonProperty("payer-not-connected")
    PAYER_NOT_CONNECTED
}
