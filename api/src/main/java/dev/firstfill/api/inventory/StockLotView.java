package dev.firstfill.api.inventory;

import dev.firstfill.inventory.Lot;
import dev.firstfill.inventory.LotStatus;
import dev.firstfill.inventory.Ownership;
import dev.firstfill.kernel.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A lot as the front end reads one. */
@Schema(
        name = "StockLot",
        description = "What there is of one drug, lot, expiry, ownership and place; in units of the drug's package.")
public record StockLotView(
        UUID id,

        @Schema(description = "The drug's id.") UUID drug,

        @Schema(examples = "HX4471A") String lotNumber,

        @Schema(description = "The last day of use.") LocalDate expiresOn,

        @Schema(description = "Whether that day is over, where the pharmacy is.")
        boolean expired,

        Ownership ownership,

        @Nullable @Schema(description = "Whose it is; absent when the pharmacy owns it.")
        String owner,

        @Schema(description = "Whether a client keeps it for one patient alone.")
        boolean forOnePatient,

        @Schema(description = "The stock location's id.") UUID location,

        @Nullable String bin,

        @Schema(description = "Whether it came back from dispenses, and lies apart for that.")
        boolean returned,

        LotStatus status,
        @Schema(examples = "10") BigDecimal onHand,
        @Schema(examples = "2") BigDecimal reserved,

        @Schema(examples = "8", description = "On hand and not reserved, whatever its status.")
        BigDecimal free,

        List<String> serials,
        @Nullable Money unitCost,

        @Nullable
        @Schema(
                examples = "TI-2026-000481",
                description = "Where the transaction information of the last delivery is kept (DSCSA).")
        String transactionReference,

        @Nullable AdjustmentView adjustment,
        Instant receivedAt,
        Instant updatedAt) {

    /** @param today where the pharmacy is */
    static StockLotView of(Lot lot, LocalDate today) {
        var identity = lot.identity();
        return new StockLotView(
                lot.id().value(),
                identity.drug().value(),
                identity.lotNumber(),
                identity.expiresOn(),
                lot.isExpiredOn(today),
                identity.ownership(),
                identity.owner(),
                identity.patient() != null,
                identity.location().value(),
                lot.bin(),
                identity.returned(),
                lot.status(),
                lot.onHand(),
                lot.reserved(),
                lot.free(),
                lot.serials(),
                lot.unitCost(),
                lot.source(),
                AdjustmentView.of(lot.adjustment(), lot.adjustmentReason()),
                lot.receivedAt(),
                lot.updatedAt());
    }
}
