package dev.firstfill.dispensing;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why nobody is billed for a dispense. */
@Schema(description = "Why nobody is billed for a dispense.")
public record ClaimExemption(@NotNull Reason reason) {

    /** A closed list, since a dispense without a claim has to be explained to an auditor. */
    @Schema(name = "ClaimExemptionReason")
    public enum Reason {
        /** The manufacturer gives the drug to this patient; it can never be billed. */
        @JsonProperty("free-goods")
        FREE_GOODS,
        /** The manufacturer's supply until the payer has decided; it can never be billed. */
        @JsonProperty("bridge-supply")
        BRIDGE_SUPPLY,
        /** The patient pays all of it, by choice or for want of cover. */
        @JsonProperty("cash")
        CASH,
        /** The stock belongs to the patient, or to whoever administers it, and is billed there. */
        @JsonProperty("client-owned")
        CLIENT_OWNED
    }
}
