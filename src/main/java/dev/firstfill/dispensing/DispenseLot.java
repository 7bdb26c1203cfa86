package dev.firstfill.dispensing;

import dev.firstfill.drugs.DrugId;
import dev.firstfill.inventory.Ownership;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of one lot is in a dispense. Lot and expiry are on every dispense that leaves, because recalls are by lot.
 *
 * @param stockLot where it lay; null for history that came from another system
 * @param expiresOn the last day on which it may be used
 * @param quantity in units of the drug's package
 */
public record DispenseLot(
        @Nullable UUID stockLot,
        DrugId drug,
        String lotNumber,
        LocalDate expiresOn,
        BigDecimal quantity,
        Ownership ownership) {}
