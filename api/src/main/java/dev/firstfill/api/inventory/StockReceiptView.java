package dev.firstfill.api.inventory;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a delivery added to. */
@Schema(name = "StockReceipt", description = "The lots that the delivery added to, each once, as they are now.")
public record StockReceiptView(List<StockLotView> items) {}
