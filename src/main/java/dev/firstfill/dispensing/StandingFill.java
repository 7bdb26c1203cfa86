package dev.firstfill.dispensing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A dispense of a prescription that was not undone, as far as the next fill depends on it. */
record StandingFill(
        DispenseId id,
        int fillNumber,
        DispensePart part,
        DispenseState state,
        BigDecimal quantity,
        int daysSupply,
        BigDecimal billedQuantity,
        ToleranceCall.@Nullable Outcome tolerance) {}
