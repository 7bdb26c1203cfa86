package dev.firstfill.inventory;

import dev.firstfill.inventory.LotProblem.Rule;
import dev.firstfill.patients.PatientId;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a lot may be dispensed. */
final class LotRules {
    private LotRules() {}

    /**
     * The first rule that the lot breaks.
     *
     * @param mustLastUntil the last day on which the patient will use it
     */
    static Optional<LotProblem> problem(StockLot lot, LocalDate today, LocalDate mustLastUntil) {
        return switch (lot.status()) {
            case QUARANTINED ->
                problem(
                        lot,
                        Rule.NOT_QUARANTINED,
                        "The lot is in quarantine.",
                        "Let a pharmacist decide on it, or take another lot.");
            case RECALLED ->
                problem(lot, Rule.NOT_RECALLED, "The lot is recalled.", "Release it and take another lot.");
            case DAMAGED -> problem(lot, Rule.NOT_DAMAGED, "The lot is damaged.", "Release it and take another lot.");
            case AVAILABLE -> dating(lot, today, mustLastUntil);
        };
    }

    private static Optional<LotProblem> dating(StockLot lot, LocalDate today, LocalDate mustLastUntil) {
        if (lot.expiresOn().isBefore(today)) {
            return problem(
                    lot,
                    Rule.NOT_EXPIRED,
                    "The lot expired on %s.".formatted(lot.expiresOn()),
                    "Release it and take another lot.");
        }
        if (lot.expiresOn().isBefore(mustLastUntil)) {
            return problem(
                    lot,
                    Rule.DATED_LONG_ENOUGH,
                    "The lot expires on %s; it has to last until %s.".formatted(lot.expiresOn(), mustLastUntil),
                    "Take a lot that lasts longer.");
        }
        return Optional.empty();
    }

    private static Optional<LotProblem> problem(StockLot lot, Rule rule, String fact, String remedy) {
        return Optional.of(new LotProblem(lot.id(), lot.identity().lotNumber(), rule, fact, remedy));
    }

    static void mustBeUsable(StockLot lot, LocalDate today, LocalDate mustLastUntil) {
        problem(lot, today, mustLastUntil).ifPresent(found -> {
            throw new InventoryRefusals.LotNotUsable(found);
        });
    }

    /** Whether the lot is what was wanted, and may be had for that patient. */
    static void mustServe(StockLot lot, StockWish wish) {
        var identity = lot.identity();
        if (!identity.drug().equals(wish.drug())) {
            throw new InventoryRefusals.LotOfAnotherDrug();
        }
        if (!serves(identity.ownership(), identity.patient(), wish)) {
            throw new InventoryRefusals.LotReservedForOthers();
        }
    }

    /** @param patient for whom a client keeps the stock, if for one alone */
    static boolean serves(Ownership ownership, @Nullable PatientId patient, StockWish wish) {
        boolean owned = wish.ownership() == null ? ownership.isForAnybody() : ownership == wish.ownership();
        return owned && (patient == null || patient.equals(wish.patient()));
    }

    /** Never sooner than today, whatever was asked. */
    static LocalDate usableUntil(LocalDate today, @Nullable LocalDate mustLastUntil) {
        return mustLastUntil == null || mustLastUntil.isBefore(today) ? today : mustLastUntil;
    }
}
