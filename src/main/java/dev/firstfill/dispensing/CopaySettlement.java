package dev.firstfill.dispensing;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.firstfill.kernel.DollarsAndCents;
import dev.firstfill.kernel.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of the patient's share. */
@Schema(description = "What became of the patient's share.")
public record CopaySettlement(
        @NotNull Method method,

        @NotNull @Valid @DollarsAndCents Money amount) {

    /** Who bears it. */
    @Schema(name = "CopayMethod")
    public enum Method {
        /** The patient has paid, or agreed to be billed. */
        @JsonProperty("patient")
        PATIENT,
        /** The manufacturer's copay programme; not for members of federal programmes (42 U.S.C. 1320a-7b). */
        @JsonProperty("copay-card")
        COPAY_CARD,
        /** A charity's grant. */
        @JsonProperty("foundation")
        FOUNDATION,
        /** The pharmacy forgoes it, for this patient, for need. */
        @JsonProperty("waived")
        WAIVED
    }
}
