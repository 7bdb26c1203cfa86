package dev.firstfill.inventory;

import dev.firstfill.drugs.DrugId;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What there is of one drug at all places, in units of its package.
 *
 * @param version of the reorder level
 * @param onHand all of it, whatever its state
 * @param free to be reserved today: available, unexpired and not reserved
 * @param reorderLevel null when nobody has set one
 */
public record DrugStock(
        DrugId drug,
        int version,
        BigDecimal onHand,
        BigDecimal reserved,
        BigDecimal free,
        @Nullable BigDecimal reorderLevel) {
    /** Less is free than should be there. */
    public boolean isLow() {
        return reorderLevel != null && free.compareTo(reorderLevel) < 0;
    }
}
