package dev.firstfill.prescribing;

import dev.firstfill.kernel.Decimals;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A dose that is taken once, before the regular ones begin: 160 mg on day 1.
 *
 * @param day of the treatment, whose first is 1
 */
@Schema(description = "A dose that is taken once, before the regular ones begin.")
public record LoadingDose(
        @NotNull @Positive @DecimalMax("999999.999") @Digits(integer = 6, fraction = 3) @Schema(examples = "160")
        BigDecimal dose,

        @NotNull @Min(1) @Max(365) @Schema(examples = "1", description = "Of the treatment, whose first day is 1.")
        Integer day) {

    @SuppressWarnings("NullAway")
    public LoadingDose {
        dose = Decimals.plain(dose);
    }
}
