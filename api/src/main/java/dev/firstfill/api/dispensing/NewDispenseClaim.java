package dev.firstfill.api.dispensing;

import dev.firstfill.patients.Coverage;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a payer is asked to pay for a dispense. */
@Schema(description = "What a payer is asked to pay for a dispense.")
public record NewDispenseClaim(
        @NotNull Coverage.Benefit benefit,

        @NotNull
        @PositiveOrZero
        @DecimalMax("9999999.99")
        @Digits(integer = 7, fraction = 2)
        @Schema(examples = "6922.08", description = "Gross amount due, in US dollars.")
        BigDecimal billed) {}
