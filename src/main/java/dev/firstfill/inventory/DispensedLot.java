package dev.firstfill.inventory;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What left the shelf, for the record of the dispense.
 *
 * @param expiresOn the last day on which it may be used
 * @param ownership as it was before title passed
 * @param owner null for what the pharmacy had bought
 * @param quantity in units of the drug's package
 */
public record DispensedLot(
        StockLotId lot,
        String lotNumber,
        LocalDate expiresOn,
        Ownership ownership,
        @Nullable String owner,
        BigDecimal quantity) {}
