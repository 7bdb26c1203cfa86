package dev.firstfill.prescribing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * A fill that another system dispensed, as far as its prescription can say whether it can be true.
 *
 * @param number 0 is the original fill
 * @param quantity in the unit of the prescription
 * @param undone whether the other system took it back, so that it counts as no fill
 */
public record PastFill(int number, BigDecimal quantity, int daysSupply, LocalDate filledOn, boolean undone) {
    /** A package that cannot be divided may last a little longer than what was ordered: see {@link DaysSupply}. */
    private static final BigDecimal LEAST = new BigDecimal("0.8");

    void mustBePossible(Prescription prescription) {
        if (filledOn.isBefore(prescription.writtenOn())) {
            throw new PrescribingRefusals.FilledBeforeWritten();
        }
        if (number >= prescription.fillsAuthorised()) {
            throw new PrescribingRefusals.FilledBeyondAuthorised(prescription.fillsAuthorised());
        }
        var lasts = BigDecimal.valueOf(prescription.daysSupply())
                .multiply(quantity)
                .divide(prescription.quantity(), 6, RoundingMode.HALF_UP);
        int least =
                Math.max(1, lasts.multiply(LEAST).setScale(0, RoundingMode.UP).intValue());
        int most = Math.max(1, lasts.setScale(0, RoundingMode.UP).intValue());
        if (daysSupply < least || daysSupply > most) {
            throw new PrescribingRefusals.PastSupplyContradictsPrescription(least, most);
        }
    }
}
