package dev.firstfill.prescribing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A prescription as the pharmacy's people read it.
 *
 * @param words null when the patient was erased since
 * @param today on which it was read, and by which its state is told
 */
public record OpenedPrescription(
        Prescription prescription, @Nullable PrescriptionWords words, LocalDate today) {

    public PrescriptionState state() {
        return prescription.stateOn(today);
    }

    /** In the dose's unit; empty when there is no sig in figures. */
    public Optional<BigDecimal> totalDailyDose() {
        return prescription.dosing().map(dosing -> dosing.perDay().perDay());
    }
}
