package dev.firstfill.api.inventory;

import dev.firstfill.kernel.OneLine;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where units go. */
@Schema(name = "NewStockTransfer", description = "How much of the lot goes where.")
public record NewStockTransfer(
        @NotNull
        @Positive
        @DecimalMax("999999.999")
        @Digits(integer = 6, fraction = 3)
        @Schema(examples = "2", description = "In units of the drug's package.")
        BigDecimal quantity,

        @NotBlank @OneLine @Size(max = 80) @Schema(description = "The other stock location's id or name.")
        String location) {}
