package dev.firstfill.inventory;

import dev.firstfill.kernel.Lists;
import dev.firstfill.kernel.OneLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A delivery as it is unpacked. */
@Schema(name = "NewStockReceipt", description = "A delivery as it is unpacked: all of it is taken in, or nothing.")
public record StockReceipt(
        @Nullable
        @OneLine
        @Size(min = 1, max = 100)
        @Schema(
                examples = "TI-2026-000481",
                description = "Where the wholesaler's transaction information is kept, for six years (DSCSA).")
        String transactionReference,

        @NotEmpty @Size(max = 100) List<@NotNull @Valid ReceiptLine> lines) {
    public StockReceipt {
        lines = Lists.kept(lines);
    }
}
