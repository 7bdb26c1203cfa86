package dev.firstfill.dispensing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can happen to a dispense. */
@Schema(description = "What happened to a dispense.")
public enum DispenseEventKind {
    @JsonProperty("queued")
    QUEUED,
    @JsonProperty("planned")
    PLANNED,
    @JsonProperty("filled")
    FILLED,
    @JsonProperty("rejected")
    REJECTED,
    @JsonProperty("rems-authorised")
    REMS_AUTHORISED,
    @JsonProperty("copay-settled")
    COPAY_SETTLED,
    @JsonProperty("claim-exempted")
    CLAIM_EXEMPTED,
    @JsonProperty("claim-exemption-withdrawn")
    CLAIM_EXEMPTION_WITHDRAWN,
    @JsonProperty("claim-submitted")
    CLAIM_SUBMITTED,
    @JsonProperty("tolerance-heard")
    TOLERANCE_HEARD,
    @JsonProperty("gate-overridden")
    GATE_OVERRIDDEN,
    @JsonProperty("verified")
    VERIFIED,
    @JsonProperty("packed")
    PACKED,
    @JsonProperty("shipped")
    SHIPPED,
    @JsonProperty("delivered")
    DELIVERED,
    @JsonProperty("exception")
    EXCEPTION,
    @JsonProperty("returned")
    RETURNED,
    @JsonProperty("reversed")
    REVERSED,
    @JsonProperty("cancelled")
    CANCELLED,
    /** Another system dispensed it. */
    @JsonProperty("imported")
    IMPORTED;

    /** As it is announced: {@code dispense.shipped}. */
    String type() {
        return "dispense." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
