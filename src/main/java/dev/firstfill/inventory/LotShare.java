package dev.firstfill.inventory;

import java.math.BigDecimal;

/**
 * A part of a lot that is to be, or is, kept for a dispense.
 *
 * @param quantity in units of the drug's package
 */
public record LotShare(StockLotId lot, BigDecimal quantity) {}
