package dev.firstfill.authorisations;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why somebody should look after an electronic request. Words of ours: what a payer says may name people. */
@Schema(description = "Why somebody should look after an electronic request.")
public enum AuthorisationTrouble {
    /** The payer could not be reached, or said nothing in time. It may have heard all the same. */
    @JsonProperty("no-answer")
    NO_ANSWER,
    /** The payer answered that it could not. */
    @JsonProperty("payer-failed")
    PAYER_FAILED,
    /** The payer answered what nobody can read. */
    @JsonProperty("answer-unreadable")
    ANSWER_UNREADABLE,
    /** The payer answered what cannot be, or of another request. */
    @JsonProperty("answer-does-not-fit")
    ANSWER_DOES_NOT_FIT,
    /** The payer's answer says something else than what was recorded meanwhile. */
    @JsonProperty("answers-contradict")
    ANSWERS_CONTRADICT,
    /** The payer should have decided by now, and has not. */
    @JsonProperty("decision-overdue")
    DECISION_OVERDUE,
    /** The patient was erased before the payer answered, so nobody knows any more whom to ask about. */
    @JsonProperty("patient-erased")
    PATIENT_ERASED,
    /** The platform has no payer to ask any more. */
    @JsonProperty("payer-not-connected")
    PAYER_NOT_CONNECTED
}
