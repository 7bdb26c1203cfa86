package dev.firstfill.referrals;

import dev.firstfill.identifiers.Ndc;
import dev.firstfill.identifiers.RxCui;
import dev.firstfill.kernel.OneLine;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is ordered.
 *
 * @param quantity of one fill, in the unit of the drug's package
 * @param refills after the first fill; none when absent
 * @param writtenAt when the prescriber wrote the order
 */
@Schema(description = "What is ordered.")
public record OrderedMedication(
        @Nullable RxCui rxNorm,
        @Nullable Ndc ndc,

        @Nullable @OneLine @Size(max = 300) @Schema(description = "The drug in the prescriber's words.")
        String text,

        @Nullable @OneLine @Size(max = 1000) @Schema(description = "The directions to the patient; kept sealed.")
        String sig,

        @Nullable @Positive @DecimalMax("999999.999") @Digits(integer = 6, fraction = 3)
        BigDecimal quantity,

        @Nullable @Min(1) @Max(365) Integer daysSupply,
        @Nullable @Min(0) @Max(99) Integer refills,
        @Nullable Instant writtenAt) {

    @Override
    public String toString() {
        return "OrderedMedication[hidden]";
    }
}
