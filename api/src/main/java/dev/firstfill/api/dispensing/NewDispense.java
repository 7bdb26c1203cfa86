package dev.firstfill.api.dispensing;

import dev.firstfill.dispensing.DispensePart;
import dev.firstfill.dispensing.FillWish;
import dev.firstfill.kernel.OneLine;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be dispensed next from a prescription. */
@Schema(description = "What is to be dispensed next from a prescription; whatever is not said follows from it.")
public record NewDispense(
        @NotBlank
        @OneLine
        @Size(max = 40)
        @Schema(examples = "RX1001", description = "The prescription's id or number.")
        String prescription,

        @NotNull DispensePart part,

        @Nullable
        @Positive
        @DecimalMax("999999.999")
        @Digits(integer = 6, fraction = 3)
        @Schema(examples = "14", description = "In units of the drug's package; needed for a partial fill.")
        BigDecimal quantity,

        @Nullable @Min(1) @Max(365) @Schema(examples = "14") Integer daysSupply,

        @Nullable
        @PositiveOrZero
        @DecimalMax("999999.999")
        @Digits(integer = 6, fraction = 3)
        @Schema(examples = "14", description = "What the payer is asked to pay for, in units of the drug's package.")
        BigDecimal billedQuantity,

        @Nullable
        @Schema(description = "Until when the rest of a partial fill follows that is billed beyond what it holds.")
        LocalDate completionDueOn,

        @Nullable @Schema(description = "The day on which the patient runs out; today when not given.")
        LocalDate neededOn) {

    FillWish wish() {
        return new FillWish(part, quantity, daysSupply, billedQuantity, completionDueOn, neededOn);
    }
}
