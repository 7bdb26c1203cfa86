package dev.firstfill.inventory;

import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Decimals;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * What somebody counted, and what the book said at that moment: stock may move while a count is open, so each line is
 * compared with the balance of its own moment. In units of the drug's package.
 */
public record Tally(BigDecimal counted, BigDecimal expected, Colleague by, Instant at) {
    public BigDecimal variance() {
        return Decimals.plain(counted.subtract(expected));
    }
}
