package dev.firstfill.inventory;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One lot on the sheet of a count.
 *
 * @param first null as long as nobody has counted it
 * @param second by somebody else; there when the first differed from the book
 */
public record CountLine(
        UUID lot, @Nullable Tally first, @Nullable Tally second) {

    CountLine counted(Tally tally) {
        if (first != null) {
            throw new InventoryRefusals.LineCounted();
        }
        return new CountLine(lot, tally, null);
    }

    /** By somebody else than who counted first. */
    CountLine recounted(Tally tally) {
        if (first == null || isSettled()) {
            throw new InventoryRefusals.NoRecountNeeded();
        }
        if (first.by().isSameAs(tally.by())) {
            throw new InventoryRefusals.OwnSignature();
        }
        return new CountLine(lot, first, tally);
    }

    /** Counted, and counted again if the first count differed from the book. */
    @JsonIgnore
    public boolean isSettled() {
        return second != null || first != null && first.variance().signum() == 0;
    }

    /** The count that holds: the later one. */
    @JsonIgnore
    public @Nullable Tally tally() {
        return second == null ? first : second;
    }

    @JsonIgnore
    boolean differs() {
        var tally = tally();
        return tally != null && tally.variance().signum() != 0;
    }
}
