package dev.firstfill.dispensing;

import dev.firstfill.inventory.Ownership;
import dev.firstfill.kernel.OneLine;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What of one lot was in a dispense of another system. */
@Schema(description = "What of one lot was in the dispense.")
public record PastLot(
        @NotBlank @OneLine @Size(max = 40) @Schema(examples = "AB1234")
        String lotNumber,

        @NotNull LocalDate expiresOn,

        @NotNull @Positive @DecimalMax("999999.999") @Digits(integer = 6, fraction = 3)
        BigDecimal quantity,

        @Nullable @Schema(description = "The pharmacy's own when absent.")
        Ownership ownership) {

    String owner() {
        return Objects.requireNonNullElse(ownership, Ownership.OWNED).name();
    }
}
