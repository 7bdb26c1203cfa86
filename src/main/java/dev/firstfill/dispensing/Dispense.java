package dev.firstfill.dispensing;

import dev.firstfill.drugs.DrugId;
import dev.firstfill.patients.PatientId;
import dev.firstfill.prescribing.PrescriptionId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dispense as the pharmacy's people see one.
 *
 * @param version counts the changes, from 1
 * @param fillNumber 0 is the original fill, 1 the first refill (NCPDP field 403-D3); both parts of a split fill have one
 * @param completes of which partial fill this is the rest; null for all others
 * @param quantity in units of the drug's package; so is {@code billedQuantity}
 * @param completionDueOn when a partial fill is billed beyond what it holds: until when the rest has to follow
 * @param tolerance of a partial fill: what the patient said of it, once asked
 * @param neededOn the day on which the patient runs out
 * @param lots what was set aside or has left, by lot
 */
public record Dispense(
        DispenseId id,
        DispenseNumber number,
        int version,
        PrescriptionId prescription,
        PatientId patient,
        DrugId drug,
        int fillNumber,
        DispensePart part,
        @Nullable DispenseId completes,
        DispenseState state,
        BigDecimal quantity,
        int daysSupply,
        BigDecimal billedQuantity,
        @Nullable LocalDate completionDueOn,
        ToleranceCall.@Nullable Outcome tolerance,
        LocalDate neededOn,
        @Nullable LocalDate filledOn,
        @Nullable Instant shippedAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant returnedAt,
        DispenseRecord record,
        List<DispenseLot> lots,
        Instant createdAt,
        Instant updatedAt) {
    public Dispense {
        lots = List.copyOf(lots);
    }

    @Override
    public String toString() {
        return "Dispense[" + number + " " + state + "]";
    }
}
