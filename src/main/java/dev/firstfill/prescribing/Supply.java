package dev.firstfill.prescribing;

import dev.firstfill.drugs.PackageSize;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long a quantity lasts by the sig in figures. */
final class Supply {
    private final Dosing dosing;
    private final BigDecimal contentPerUnit;

    private Supply(Dosing dosing, BigDecimal contentPerUnit) {
        this.dosing = dosing;
        this.contentPerUnit = contentPerUnit;
    }

    /** Empty when nothing says how much of what is taken is in what is dispensed. */
    static Optional<Supply> by(@Nullable Dosing dosing, PackageSize.Unit unit) {
        if (dosing == null) {
            return Optional.empty();
        }
        if (dosing.contentPerUnit() != null) {
            return Optional.of(new Supply(dosing, dosing.contentPerUnit()));
        }
        return dosing.unit().isThatOf(unit) ? Optional.of(new Supply(dosing, BigDecimal.ONE)) : Optional.empty();
    }

    /** Whole days from the first dose on that the quantity covers. */
    int daysOf(BigDecimal quantity) {
        return daysOf(quantity, RoundingMode.DOWN);
    }

    /** A day begun counts as one. */
    int daysBegunOf(BigDecimal quantity) {
        return daysOf(quantity, RoundingMode.UP);
    }

    private int daysOf(BigDecimal quantity, RoundingMode rounding) {
        var left = quantity.max(BigDecimal.ZERO).multiply(contentPerUnit);
        for (var loading : dosing.loadingDoses()) {
            if (left.compareTo(loading.dose()) < 0) {
                return loading.day() - 1;
            }
            left = left.subtract(loading.dose());
        }
        int before = dosing.maintenanceFromDay() == null ? 0 : dosing.maintenanceFromDay() - 1;
        return before + dosing.perDay().daysOf(left, rounding);
    }
}
