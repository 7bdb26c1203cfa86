package dev.firstfill.inventory;

import dev.firstfill.kernel.Refusal;
import java.util.Locale;

/** Every way this context says no. */
public final class InventoryRefusals {
    private InventoryRefusals() {}

    /** There is no such place. */
    public static final class StockLocationNotFound extends Refusal {
        private static final long serialVersionUID = 1L;

        StockLocationNotFound() {
            super(Kind.NOT_FOUND, "stock-location-not-found", "There is no such stock location.");
        }
    }

    /** There is no such lot. */
    public static final class StockLotNotFound extends Refusal {
        private static final long serialVersionUID = 1L;

        StockLotNotFound() {
            super(Kind.NOT_FOUND, "stock-lot-not-found", "There is no such stock lot.");
        }
    }

    /** There is no such count. */
    public static final class StockCountNotFound extends Refusal {
        private static final long serialVersionUID = 1L;

        StockCountNotFound() {
            super(Kind.NOT_FOUND, "stock-count-not-found", "There is no such stock count.");
        }
    }

    /** There is no such excursion. */
    public static final class ExcursionNotFound extends Refusal {
        private static final long serialVersionUID = 1L;

        ExcursionNotFound() {
            super(Kind.NOT_FOUND, "excursion-not-found", "There is no such excursion.");
        }
    }

    /** There is no such recall. */
    public static final class RecallNotFound extends Refusal {
        private static final long serialVersionUID = 1L;

        RecallNotFound() {
            super(Kind.NOT_FOUND, "recall-not-found", "There is no such recall.");
        }
    }

    /** People find a place by its name. */
    static final class LocationNameTaken extends Refusal {
        private static final long serialVersionUID = 1L;

        LocationNameTaken() {
            super(
                    Kind.CONFLICT,
                    "stock-location-name-taken",
                    "Another stock location has this name already: choose another.");
        }
    }

    /** What lies there was put there because of it. */
    static final class LocationStorageFixed extends Refusal {
        private static final long serialVersionUID = 1L;

        LocationStorageFixed() {
            super(
                    Kind.CONFLICT,
                    "stock-location-storage-fixed",
                    "The storage class of a location never changes: make another location and transfer the stock.");
        }
    }

    /** Nothing is put there any more. */
    static final class LocationInactive extends Refusal {
        private static final long serialVersionUID = 1L;

        LocationInactive() {
            super(
                    Kind.CONFLICT,
                    "stock-location-inactive",
                    "The stock location is inactive: choose another or activate it.");
        }
    }

    /** The place is too warm or too cold for the drug. */
    static final class StorageMismatch extends Refusal {
        private static final long serialVersionUID = 1L;

        StorageMismatch() {
            super(
                    Kind.UNPROCESSABLE,
                    "storage-mismatch",
                    "The storage class of the location is not the drug's: choose another location.");
        }
    }

    /** Nothing, or less than nothing, was asked for. */
    static final class QuantityNotPositive extends Refusal {
        private static final long serialVersionUID = 1L;

        QuantityNotPositive() {
            super(Kind.UNPROCESSABLE, "quantity-not-positive", "A quantity must be greater than zero.");
        }
    }

    /** There is not as much free as was asked for. */
    static final class InsufficientStock extends Refusal {
        private static final long serialVersionUID = 1L;

        InsufficientStock() {
            super(
                    Kind.CONFLICT,
                    "insufficient-stock",
                    "Less of this lot is free than was asked for: take less, or from another lot.");
        }
    }

    /** A wrong package in hand. */
    static final class LotOfAnotherDrug extends Refusal {
        private static final long serialVersionUID = 1L;

        LotOfAnotherDrug() {
            super(Kind.UNPROCESSABLE, "lot-of-another-drug", "The lot is of another drug.");
        }
    }

    /** Stock of this ownership, or of this patient, is not for this dispense. */
    static final class LotReservedForOthers extends Refusal {
        private static final long serialVersionUID = 1L;

        LotReservedForOthers() {
            super(
                    Kind.CONFLICT,
                    "lot-of-another-owner",
                    "The lot is kept for another use or patient: take another lot.");
        }
    }

    /** The lots chosen do not come to what was wanted, or one was named twice. */
    static final class SharesDoNotMatch extends Refusal {
        private static final long serialVersionUID = 1L;

        SharesDoNotMatch() {
            super(
                    Kind.UNPROCESSABLE,
                    "shares-do-not-match",
                    "The lots must each be named once and come to the quantity wanted.");
        }
    }

    /** A dispense holds its stock once. */
    static final class StockHeldAlready extends Refusal {
        private static final long serialVersionUID = 1L;

        StockHeldAlready() {
            super(Kind.CONFLICT, "stock-held-already", "This dispense holds other stock already: release it first.");
        }
    }

    /** A dispense without stock cannot leave. */
    static final class NothingReserved extends Refusal {
        private static final long serialVersionUID = 1L;

        NothingReserved() {
            super(Kind.CONFLICT, "nothing-reserved", "Nothing is reserved for this dispense: reserve stock first.");
        }
    }

    /** More would come back than went out. */
    static final class MoreThanDispensed extends Refusal {
        private static final long serialVersionUID = 1L;

        MoreThanDispensed() {
            super(Kind.CONFLICT, "more-than-dispensed", "More of this lot would come back than the dispense took.");
        }
    }

    /** One correction of a lot at a time. */
    static final class AdjustmentPending extends Refusal {
        private static final long serialVersionUID = 1L;

        AdjustmentPending() {
            super(
                    Kind.CONFLICT,
                    "adjustment-pending",
                    "An adjustment of this lot waits to be confirmed: confirm or withdraw it first.");
        }
    }

    /** There is nothing to confirm. */
    static final class NoAdjustmentPending extends Refusal {
        private static final long serialVersionUID = 1L;

        NoAdjustmentPending() {
            super(Kind.CONFLICT, "no-adjustment-pending", "No adjustment of this lot waits to be confirmed.");
        }
    }

    /** Two people sign, not one twice. */
    static final class OwnSignature extends Refusal {
        private static final long serialVersionUID = 1L;

        OwnSignature() {
            super(Kind.CONFLICT, "own-signature", "Somebody else must sign what you have recorded.");
        }
    }

    /** Recalled stock is released after its recall, if ever. */
    static final class RecallOpen extends Refusal {
        private static final long serialVersionUID = 1L;

        RecallOpen() {
            super(
                    Kind.CONFLICT,
                    "recall-open",
                    "An open recall covers this lot: it cannot be released before the recall is closed.");
        }
    }

    /** Another excursion of the lot is undecided. */
    static final class ExcursionOpen extends Refusal {
        private static final long serialVersionUID = 1L;

        ExcursionOpen() {
            super(Kind.CONFLICT, "excursion-open", "An undecided excursion covers this lot: decide on it first.");
        }
    }

    /** Good and doubtful units are not mixed. */
    static final class LotsDiffer extends Refusal {
        private static final long serialVersionUID = 1L;

        LotsDiffer() {
            super(
                    Kind.CONFLICT,
                    "lot-status-differs",
                    "What lies at the other place has another status: decide on it first, or choose another place.");
        }
    }

    /** A recall is closed once. */
    static final class RecallClosed extends Refusal {
        private static final long serialVersionUID = 1L;

        RecallClosed() {
            super(Kind.CONFLICT, "recall-closed", "This recall is closed already.");
        }
    }

    /** A package is received once; a second one with its serial number is suspect. */
    static final class SerialKnown extends Refusal {
        private static final long serialVersionUID = 1L;

        SerialKnown() {
            super(
                    Kind.CONFLICT,
                    "serial-known",
                    "A package with one of these serial numbers was received before: investigate it as suspect.");
        }
    }

    /** It lies there already. */
    static final class SameLocation extends Refusal {
        private static final long serialVersionUID = 1L;

        SameLocation() {
            super(Kind.CONFLICT, "same-location", "The stock lies at this location already: choose another.");
        }
    }

    /** Holding makes stock wait, nothing else. */
    static final class NotAHold extends Refusal {
        private static final long serialVersionUID = 1L;

        NotAHold() {
            super(Kind.UNPROCESSABLE, "not-a-hold", "Stock is held as quarantined or as damaged.");
        }
    }

    /** A correction by nothing corrects nothing. */
    static final class NothingToAdjust extends Refusal {
        private static final long serialVersionUID = 1L;

        NothingToAdjust() {
            super(
                    Kind.UNPROCESSABLE,
                    "nothing-to-adjust",
                    "An adjustment changes the quantity by something other than zero.");
        }
    }

    /** The lot was not there, or was decided on. */
    static final class NotAffected extends Refusal {
        private static final long serialVersionUID = 1L;

        NotAffected() {
            super(
                    Kind.UNPROCESSABLE,
                    "lot-not-affected",
                    "A lot is not affected by this excursion, or was decided on already.");
        }
    }

    /** There is nothing to count. */
    static final class NoStockThere extends Refusal {
        private static final long serialVersionUID = 1L;

        NoStockThere() {
            super(Kind.CONFLICT, "nothing-to-count", "Nothing lies at this location: there is nothing to count.");
        }
    }

    /** Only what is on the sheet is counted. */
    static final class NotOnSheet extends Refusal {
        private static final long serialVersionUID = 1L;

        NotOnSheet() {
            super(Kind.UNPROCESSABLE, "lot-not-on-sheet", "The lot is not on the sheet of this count.");
        }
    }

    /** It was counted, and recounted where needed. */
    static final class LineCounted extends Refusal {
        private static final long serialVersionUID = 1L;

        LineCounted() {
            super(Kind.CONFLICT, "lot-counted", "This lot was counted already: a colleague may recount it.");
        }
    }

    /** The count is over, or waits for its signature. */
    static final class CountNotOpen extends Refusal {
        private static final long serialVersionUID = 1L;

        CountNotOpen() {
            super(
                    Kind.CONFLICT,
                    "stock-count-not-open",
                    "Nothing more is counted: the count is closed or waits for its signature.");
        }
    }

    /** A count is signed once all of it is counted. */
    static final class CountNotReady extends Refusal {
        private static final long serialVersionUID = 1L;

        CountNotReady() {
            super(
                    Kind.CONFLICT,
                    "stock-count-not-ready",
                    "The count does not wait for a signature: count, and recount, every lot first.");
        }
    }

    /** Only a first count that differs from the book is done again. */
    static final class NoRecountNeeded extends Refusal {
        private static final long serialVersionUID = 1L;

        NoRecountNeeded() {
            super(Kind.CONFLICT, "no-recount-needed", "This lot needs no recount: count it first, or leave it.");
        }
    }

    /** A lot that must not be dispensed. */
    static final class LotNotUsable extends Refusal {
        private static final long serialVersionUID = 1L;

        LotNotUsable(LotProblem problem) {
            super(Kind.CONFLICT, "lot-not-usable", problem.fact() + " " + problem.remedy());
        }
    }

    /** The status of a lot does not lead there. */
    static final class LotStatusForbids extends Refusal {
        private static final long serialVersionUID = 1L;

        LotStatusForbids(LotStatus present, LotStatus next) {
            super(
                    Kind.CONFLICT,
                    "lot-status-forbids",
                    "A lot that is %s cannot become %s.".formatted(word(present), word(next)));
        }

        private static String word(LotStatus status) {
            return status.name().toLowerCase(Locale.ROOT);
        }
    }
}
