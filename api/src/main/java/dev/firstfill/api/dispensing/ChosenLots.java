package dev.firstfill.api.dispensing;

import dev.firstfill.dispensing.LotChoice;
import dev.firstfill.inventory.LotShare;
import dev.firstfill.inventory.StockLotId;
import dev.firstfill.kernel.Lists;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which lots a dispense is filled from. */
@Schema(description = "Which lots a dispense is filled from; those that expire first when none are given.")
public record ChosenLots(
        @Size(max = 20) List<@Valid @NotNull Share> lots,

        @Schema(description = "Needed when they are not those that expire first.")
        LotChoice.@Nullable Reason reason) {

    @SuppressWarnings("NullAway")
    public ChosenLots {
        lots = Lists.kept(lots);
    }

    /** What of one lot. */
    @Schema(name = "ChosenLot", description = "What of one lot a dispense is filled from.")
    public record Share(
            @NotNull @Schema(description = "The stock lot's id.")
            UUID lot,

            @NotNull
            @Positive
            @DecimalMax("999999.999")
            @Digits(integer = 6, fraction = 3)
            @Schema(examples = "2", description = "In units of the drug's package.")
            BigDecimal quantity) {}

    LotChoice choice() {
        return new LotChoice(
                lots.stream()
                        .map(share -> new LotShare(new StockLotId(share.lot()), share.quantity()))
                        .toList(),
                reason);
    }
}
