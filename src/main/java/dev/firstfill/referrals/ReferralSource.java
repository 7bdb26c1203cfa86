package dev.firstfill.referrals;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By which way a referral reached the pharmacy. */
@Schema(description = "By which way a referral reached the pharmacy.")
public enum ReferralSource {
    /** The prescriber's record system, which sends FHIR. */
    @JsonProperty("emr")
    EMR,
    @JsonProperty("fax")
    FAX,
    @JsonProperty("phone")
    PHONE,
    @JsonProperty("portal")
    PORTAL,
    /** The programme through which a manufacturer helps patients to its drug. */
    @JsonProperty("hub")
    HUB
}
