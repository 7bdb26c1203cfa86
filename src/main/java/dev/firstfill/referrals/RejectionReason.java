package dev.firstfill.referrals;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a referral begins nothing. */
@Schema(name = "ReferralRejectionReason", description = "Why a referral begins nothing.")
public enum RejectionReason {
    /** Meant for another pharmacy. */
    @JsonProperty("wrong-pharmacy")
    WRONG_PHARMACY,
    /** Another order took its place, or the prescriber withdrew it. */
    @JsonProperty("withdrawn")
    WITHDRAWN,
    /** Nobody could find out who is meant. */
    @JsonProperty("person-not-identified")
    PERSON_NOT_IDENTIFIED,
    /** Not sent by whom it says. */
    @JsonProperty("not-genuine")
    NOT_GENUINE
}
