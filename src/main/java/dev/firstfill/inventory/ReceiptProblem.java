package dev.firstfill.inventory;

/**
 * One thing that is wrong with a delivery.
 *
 * @param pointer a JSON pointer into the receipt: {@code /lines/2/barcode}
 * @param code stable, in kebab-case
 * @param message explains the rule and never repeats the value
 */
public record ReceiptProblem(String pointer, String code, String message) {}
