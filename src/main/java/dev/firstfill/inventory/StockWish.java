package dev.firstfill.inventory;

import dev.firstfill.drugs.DrugId;
import dev.firstfill.patients.PatientId;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted from the shelf.
 *
 * @param quantity in units of the drug's package
 * @param mustLastUntil the last day on which the patient will use it
 * @param ownership null for whatever may be used for anybody: owned and consigned stock
 * @param patient for whom; stock that a client keeps for one patient goes to nobody else
 */
public record StockWish(
        DrugId drug,
        BigDecimal quantity,
        LocalDate mustLastUntil,
        @Nullable Ownership ownership,
        @Nullable PatientId patient) {
    public StockWish {
        if (quantity.signum() <= 0) {
            throw new InventoryRefusals.QuantityNotPositive();
        }
    }
}
