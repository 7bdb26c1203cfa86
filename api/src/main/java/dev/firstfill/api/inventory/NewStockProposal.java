package dev.firstfill.api.inventory;

import dev.firstfill.inventory.Ownership;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is wanted from the shelf. */
@Schema(description = "What is wanted from the shelf.")
public record NewStockProposal(
        @NotBlank @Size(max = 36) @Schema(examples = "0074-0554-02", description = "The drug's id or NDC.")
        String drug,

        @NotNull
        @Positive
        @DecimalMax("999999.999")
        @Digits(integer = 6, fraction = 3)
        @Schema(examples = "2", description = "In units of the drug's package.")
        BigDecimal quantity,

        @Nullable @Schema(description = "The last day on which the patient will use it; today when absent.")
        LocalDate mustLastUntil,

        @Nullable @Schema(description = "Owned and consigned stock when absent.")
        Ownership ownership) {}
