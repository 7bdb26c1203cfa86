package dev.firstfill.dispensing;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants dispensed next from a prescription. Whatever is not said follows from the prescription.
 *
 * @param quantity in units of the drug's package
 * @param billedQuantity what the payer is asked to pay for, in the same units
 * @param completionDueOn until when the rest of a partial fill follows that is billed beyond what it holds
 * @param neededOn the day on which the patient runs out; today when not said
 */
public record FillWish(
        DispensePart part,
        @Nullable BigDecimal quantity,
        @Nullable Integer daysSupply,
        @Nullable BigDecimal billedQuantity,
        @Nullable LocalDate completionDueOn,
        @Nullable LocalDate neededOn) {}
