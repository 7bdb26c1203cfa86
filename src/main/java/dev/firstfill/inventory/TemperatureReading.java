package dev.firstfill.inventory;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a logger read. */
@Schema(description = "What a logger read.")
public record TemperatureReading(
        @NotNull Instant at,

        @NotNull
        @DecimalMin("-100")
        @DecimalMax("100")
        @Digits(integer = 3, fraction = 2)
        @Schema(examples = "11.5", description = "In degrees Celsius.")
        BigDecimal celsius) {}
