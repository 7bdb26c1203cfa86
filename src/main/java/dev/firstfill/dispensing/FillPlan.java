package dev.firstfill.dispensing;

import dev.firstfill.drugs.DrugId;
import dev.firstfill.patients.PatientId;
import dev.firstfill.prescribing.PrescriptionId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the next fill of a prescription is to be: the rules of numbering, splitting and billing, applied.
 *
 * <p>A split fill is one fill in two boxes: both have its number, together they hold what was ordered, and what is
 * billed is what was dispensed. Billing the whole with the first box is a false claim unless the payer's programme
 * allows it and the rest follows by a day (NCPDP fields 343-HD, 344-HF, 345-HG).
 */
record FillPlan(
        PrescriptionId prescription,
        PatientId patient,
        DrugId drug,
        int fillNumber,
        DispensePart part,
        @Nullable DispenseId completes,
        BigDecimal quantity,
        int daysSupply,
        BigDecimal billedQuantity,
        @Nullable LocalDate completionDueOn,
        LocalDate neededOn) {

    /** Programmes for split fills send the rest after 14 to 16 days; nobody waits longer than a month. */
    static final int COMPLETION_DAYS_MAX = 31;

    /** Halves of 30 days are 15 and 15, of 31 are 15 and 16. */
    private static final int DAYS_TOLERANCE = 1;

    /** What is ordered for each fill. */
    record Ordered(PrescriptionId prescription, PatientId patient, DrugId drug, BigDecimal quantity, int daysSupply) {}

    /**
     * @param fills of this prescription that were not undone
     * @throws dev.firstfill.kernel.Refusal when the wish breaks a rule
     */
    static FillPlan next(Ordered ordered, List<StandingFill> fills, FillWish wish, LocalDate today) {
        if (fills.stream().anyMatch(fill -> fill.state().isOpen())) {
            throw new DispensingRefusals.FillInProgress();
        }
        var halfDone = halfDone(fills);
        if (wish.part() != DispensePart.COMPLETION
                && halfDone.filter(FillPlan::goesOn).isPresent()) {
            throw new DispensingRefusals.SplitFillOpen();
        }
        return switch (wish.part()) {
            case FULL -> full(ordered, fills, wish, today);
            case PARTIAL -> partial(ordered, fills, wish, today);
            case COMPLETION ->
                completion(
                        ordered,
                        halfDone.filter(FillPlan::goesOn).orElseThrow(DispensingRefusals.NothingToComplete::new),
                        wish,
                        today);
        };
    }

    /** The last fill, if it is a partial one without its completion. */
    private static Optional<StandingFill> halfDone(List<StandingFill> fills) {
        return fills.stream()
                .filter(fill -> fill.part() == DispensePart.PARTIAL)
                .filter(fill -> fills.stream()
                        .noneMatch(other ->
                                other.part() == DispensePart.COMPLETION && other.fillNumber() == fill.fillNumber()))
                .max(Comparator.comparingInt(StandingFill::fillNumber));
    }

    private static boolean goesOn(StandingFill partial) {
        return partial.tolerance() != ToleranceCall.Outcome.STOPPED;
    }

    private static FillPlan full(Ordered ordered, List<StandingFill> fills, FillWish wish, LocalDate today) {
        var quantity = Optional.ofNullable(wish.quantity()).orElse(ordered.quantity());
        if (quantity.compareTo(ordered.quantity()) != 0) {
            throw new DispensingRefusals.QuantityDoesNotFit(
                    "A full fill holds what was ordered: ask for a partial one to dispense less.");
        }
        if (wish.completionDueOn() != null) {
            throw new DispensingRefusals.QuantityDoesNotFit("Nothing follows a full fill.");
        }
        return plan(ordered, nextNumber(fills), null, wish, quantity, billedAtMost(wish, quantity), today);
    }

    private static FillPlan partial(Ordered ordered, List<StandingFill> fills, FillWish wish, LocalDate today) {
        var quantity = wish.quantity();
        if (quantity == null || quantity.compareTo(ordered.quantity()) >= 0) {
            throw new DispensingRefusals.QuantityDoesNotFit("Say how much of what was ordered a partial fill holds.");
        }
        var billed = Optional.ofNullable(wish.billedQuantity()).orElse(quantity);
        if (billed.compareTo(ordered.quantity()) > 0) {
            throw new DispensingRefusals.BilledBeyondDispensed("No more can be billed than was ordered.");
        }
        refuseUnbilled(billed, quantity);
        if (billed.compareTo(quantity) > 0) {
            refuseOpenEnd(wish.completionDueOn(), today);
        }
        return plan(ordered, nextNumber(fills), null, wish, quantity, billed, today);
    }

    private static void refuseOpenEnd(@Nullable LocalDate due, LocalDate today) {
        if (due == null || !due.isAfter(today) || due.isAfter(today.plusDays(COMPLETION_DAYS_MAX))) {
            throw new DispensingRefusals.BilledBeyondDispensed(
                    "To bill more than is dispensed, say by which day of the next %d the rest follows."
                            .formatted(COMPLETION_DAYS_MAX));
        }
    }

    private static FillPlan completion(Ordered ordered, StandingFill partial, FillWish wish, LocalDate today) {
        if (partial.state().isOpen()) {
            throw new DispensingRefusals.FillInProgress();
        }
        if (partial.state() == DispenseState.RETURNED) {
            throw new DispensingRefusals.FirstPartReturned();
        }
        var rest = ordered.quantity().subtract(partial.quantity());
        var quantity = Optional.ofNullable(wish.quantity()).orElse(rest);
        if (quantity.compareTo(rest) > 0) {
            throw new DispensingRefusals.QuantityDoesNotFit(
                    "Of the fill, %s are left to dispense.".formatted(rest.toPlainString()));
        }
        if (wish.completionDueOn() != null) {
            throw new DispensingRefusals.QuantityDoesNotFit("Nothing follows the completion of a split fill.");
        }
        var unbilled = partial.quantity()
                .add(quantity)
                .subtract(partial.billedQuantity())
                .max(BigDecimal.ZERO);
        var billed = Optional.ofNullable(wish.billedQuantity()).orElse(unbilled);
        if (billed.compareTo(unbilled) > 0) {
            throw new DispensingRefusals.BilledBeyondDispensed(
                    "Of the whole fill, %s are left to bill.".formatted(unbilled.toPlainString()));
        }
        refuseUnbilled(billed, unbilled);
        return plan(ordered, partial.fillNumber(), partial.id(), wish, quantity, billed, today);
    }

    private static BigDecimal billedAtMost(FillWish wish, BigDecimal quantity) {
        var billed = Optional.ofNullable(wish.billedQuantity()).orElse(quantity);
        if (billed.compareTo(quantity) > 0) {
            throw new DispensingRefusals.BilledBeyondDispensed("No more can be billed than is dispensed.");
        }
        refuseUnbilled(billed, quantity);
        return billed;
    }

    /** Else no claim would be needed, and nobody would have said why. */
    private static void refuseUnbilled(BigDecimal billed, BigDecimal due) {
        if (billed.signum() == 0 && due.signum() > 0) {
            throw new DispensingRefusals.QuantityDoesNotFit(
                    "To bill nobody, queue the fill as it is billed, and document on the dispense why none is.");
        }
    }

    /** One above the highest that stands: a fill that was undone gives its number to the next one. */
    private static int nextNumber(List<StandingFill> fills) {
        return fills.stream().mapToInt(StandingFill::fillNumber).max().orElse(-1) + 1;
    }

    private static FillPlan plan(
            Ordered ordered,
            int fillNumber,
            @Nullable DispenseId completes,
            FillWish wish,
            BigDecimal quantity,
            BigDecimal billed,
            LocalDate today) {
        return new FillPlan(
                ordered.prescription(),
                ordered.patient(),
                ordered.drug(),
                fillNumber,
                wish.part(),
                completes,
                quantity,
                days(ordered, quantity, wish.daysSupply()),
                billed,
                wish.completionDueOn(),
                Optional.ofNullable(wish.neededOn()).orElse(today));
    }

    /** A part lasts as long as its share of the whole, or contradicts the order. */
    private static int days(Ordered ordered, BigDecimal quantity, @Nullable Integer said) {
        int share = quantity.multiply(BigDecimal.valueOf(ordered.daysSupply()))
                .divide(ordered.quantity(), 0, RoundingMode.HALF_UP)
                .max(BigDecimal.ONE)
                .intValueExact();
        if (said != null && Math.abs(said - share) > DAYS_TOLERANCE) {
            throw new DispensingRefusals.QuantityDoesNotFit(
                    "By the prescription, this quantity lasts %d days, not %d.".formatted(share, said));
        }
        return said == null ? share : said;
    }
}
