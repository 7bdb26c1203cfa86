package dev.firstfill.benefits;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who pays what the insurance does not. */
@Schema(description = "Who pays what the insurance does not.")
public enum FundingKind {
    /** The manufacturer, the patient's share beside a commercial plan. */
    @JsonProperty("copay-card")
    COPAY_CARD,
    /** A charity; the only help with the share that Medicare's patients may have. */
    @JsonProperty("foundation")
    FOUNDATION,
    /** The manufacturer gives the drug, as long as its assistance programme (PAP) lasts. */
    @JsonProperty("free-goods")
    FREE_GOODS,
    /** The manufacturer gives the drug until the insurance has decided. */
    @JsonProperty("bridge")
    BRIDGE,
    /** Nobody: the patient pays the share. */
    @JsonProperty("none")
    NONE
}
