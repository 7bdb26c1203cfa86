package dev.firstfill.referrals;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What sort of payer a coverage is with. Who is insured by the state must not use a manufacturer's copay card. */
@Schema(description = "What sort of payer a coverage is with.")
public enum ReferredPayerKind {
    @JsonProperty("commercial")
    COMMERCIAL(false),
    @JsonProperty("medicare")
    MEDICARE(true),
    @JsonProperty("medicaid")
    MEDICAID(true),
    /** Medicare and Medicaid together. */
    @JsonProperty("dual")
    DUAL(true),
    @JsonProperty("tricare")
    TRICARE(true),
    @JsonProperty("veterans-affairs")
    VETERANS_AFFAIRS(true);

    private final boolean federal;

    ReferredPayerKind(boolean federal) {
        this.federal = federal;
    }

    public boolean isFederal() {
        return federal;
    }
}
