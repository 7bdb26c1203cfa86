package dev.firstfill.inventory;

/**
 * Why a reserved lot must not be dispensed.
 *
 * @param fact what is so, in one sentence
 * @param remedy what to do about it, in one sentence
 */
public record LotProblem(StockLotId lot, String lotNumber, Rule rule, String fact, String remedy) {
    /** What a lot must fulfil. */
    public enum Rule {
        NOT_QUARANTINED,
        NOT_RECALLED,
        NOT_DAMAGED,
        NOT_EXPIRED,
        DATED_LONG_ENOUGH
    }
}
