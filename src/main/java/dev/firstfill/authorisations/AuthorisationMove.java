package dev.firstfill.authorisations;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can happen to a prior authorisation. Which may happen when is {@link AuthorisationState}'s to say. */
@Schema(description = "What happened to a prior authorisation.")
public enum AuthorisationMove {
    @JsonProperty("prepare")
    PREPARE,
    /** What the payer said is written down without our having asked here. */
    @JsonProperty("enter")
    ENTER,
    @JsonProperty("amend")
    AMEND,
    @JsonProperty("submit")
    SUBMIT,
    @JsonProperty("request-information")
    REQUEST_INFORMATION,
    @JsonProperty("answer-information")
    ANSWER_INFORMATION,
    /** The information was asked for during an appeal. */
    @JsonProperty("answer-information-on-appeal")
    ANSWER_INFORMATION_ON_APPEAL,
    @JsonProperty("approve")
    APPROVE,
    @JsonProperty("deny")
    DENY,
    /** The payer waits no longer for what it asked for, or was never heard of again. */
    @JsonProperty("close-unanswered")
    CLOSE_UNANSWERED,
    @JsonProperty("appeal")
    APPEAL,
    @JsonProperty("withdraw")
    WITHDRAW,
    /** The plan changed, and its leave went with it. */
    @JsonProperty("void")
    VOID;

    /** The type of the event that tells of it. */
    String event() {
        return "prior-authorisation."
                + switch (this) {
                    case PREPARE -> "prepared";
                    case ENTER -> "entered";
                    case AMEND -> "amended";
                    case SUBMIT -> "submitted";
                    case REQUEST_INFORMATION -> "information-requested";
                    case ANSWER_INFORMATION, ANSWER_INFORMATION_ON_APPEAL -> "information-answered";
                    case APPROVE -> "approved";
                    case DENY -> "denied";
                    case CLOSE_UNANSWERED -> "expired";
                    case APPEAL -> "appealed";
                    case WITHDRAW -> "withdrawn";
                    case VOID -> "voided";
                };
    }

    boolean isToldToPayer() {
        return this == SUBMIT || this == ANSWER_INFORMATION || this == ANSWER_INFORMATION_ON_APPEAL || this == APPEAL;
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
