package dev.firstfill.dispensing;

import dev.firstfill.drugs.PackageSize;
import dev.firstfill.drugs.Storage;
import dev.firstfill.patients.Address;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the box and on the paper inside it: what 21 CFR 1306.24 and the states' boards ask of a label, and what
 * whoever packs needs.
 *
 * @param directions to the patient
 * @param discardAfter the earliest expiry among its lots
 * @param shipTo null until it was agreed with the patient
 */
public record Label(
        DispenseNumber number,
        String prescription,
        int fillNumber,
        int refillsRemaining,
        String patient,
        String prescriber,
        String drug,
        String strength,
        String dosageForm,
        String manufacturer,
        String directions,
        BigDecimal quantity,
        PackageSize.Unit unit,
        int daysSupply,
        @Nullable LocalDate filledOn,
        @Nullable LocalDate discardAfter,
        List<DispenseLot> lots,
        Storage storage,
        @Nullable ColdPack coldPack,
        @Nullable Address shipTo) {
    public Label {
        lots = List.copyOf(lots);
    }

    @Override
    public String toString() {
        return "Label[" + number + "]";
    }
}
