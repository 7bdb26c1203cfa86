package dev.firstfill.prescribing;

import dev.firstfill.drugs.PackageSize;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How many days a fill lasts: as stated, as far as the sig in figures does not contradict it, or computed from it.
 *
 * <p>At most what the quantity lasts, a day begun counted as one. At least what it would last if the last package were
 * not needed, and a day: the rest of a package that cannot be divided is no contradiction. Yet never less than four
 * fifths of what it lasts, because a whole package may be the whole quantity, and a days' supply that is too short
 * brings the next fill too early.
 */
final class DaysSupply {
    /** Claims carry three digits, and payers refuse more than a year. */
    static final int MAX = 365;

    private static final int FIFTHS_MIN = 4;
    private static final int FIFTHS = 5;

    private DaysSupply() {}

    static int agreed(@Nullable Integer stated, BigDecimal quantity, @Nullable Dosing dosing, PackageSize size) {
        var supply = Supply.by(dosing, size.unit());
        if (supply.isEmpty()) {
            if (stated == null) {
                throw new PrescribingRefusals.DaysSupplyMissing();
            }
            return stated;
        }
        int computed = supply.get().daysOf(quantity);
        if (computed < 1 || computed > MAX && stated == null) {
            throw new PrescribingRefusals.QuantityOutOfProportion(computed);
        }
        if (stated == null) {
            return computed;
        }
        int least = least(supply.get(), quantity, size);
        int most = supply.get().daysBegunOf(quantity);
        if (stated < least || stated > most) {
            throw new PrescribingRefusals.DaysSupplyContradictsSig(stated, least, most);
        }
        return stated;
    }

    private static int least(Supply supply, BigDecimal quantity, PackageSize size) {
        int computed = supply.daysOf(quantity);
        int withoutLastPackage = supply.daysOf(quantity.subtract(size.quantity())) + 1;
        int fourFifths = Math.ceilDiv(computed * FIFTHS_MIN, FIFTHS);
        return Math.min(computed, Math.max(withoutLastPackage, fourFifths));
    }
}
