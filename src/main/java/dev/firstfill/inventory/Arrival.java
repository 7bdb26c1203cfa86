package dev.firstfill.inventory;

import dev.firstfill.kernel.Money;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of a delivery, understood: which units they are and how many came. */
record Arrival(
        LotIdentity lot,
        BigDecimal quantity,
        List<String> serials,
        @Nullable String bin,
        @Nullable Money unitCost) {

    /** In the order of these, new rows are made: two deliveries with the same lots never wait for each other. */
    String key() {
        return lot.toString();
    }
}
