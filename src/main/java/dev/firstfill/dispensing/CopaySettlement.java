package dev.firstfill.dispensing;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of the patient's share.
 *
 * @param amount in US dollars
 */
@Schema(description = "What became of the patient's share.")
public record CopaySettlement(
        @NotNull Method method,

        @NotNull
        @PositiveOrZero
        @DecimalMax("999999.99")
        @Digits(integer = 6, fraction = 2)
        @Schema(examples = "25.00", description = "In US dollars.")
        BigDecimal amount) {

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
