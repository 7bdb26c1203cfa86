package dev.firstfill.inventory;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Every rule that a line of a delivery can break. The messages are constants, so that none repeats a value. */
public enum ReceiptRule {
    BARCODE_AMBIGUOUS("The bar code may stand for several drugs: give the NDC as printed."),
    BARCODE_CONTRADICTED("The bar code says otherwise: check the package in hand."),
    BARCODE_UNREADABLE("The bar code cannot be read."),
    DRUG_UNKNOWN("The pharmacy has no such drug: enter it first."),
    EXPIRED_ON_RECEIPT("It has expired: refuse it or send it back."),
    EXPIRY_MISSING("Neither the bar code nor the line gives the expiry date."),
    EXPIRY_NO_DATE("There is no such day."),
    LOT_NUMBER_MISSING("Neither the bar code nor the line gives the lot number."),
    OWNER_MISSING("An owner is named unless the pharmacy owns the stock, and only then."),
    PATIENT_NOT_ALLOWED("Only client-owned stock is kept for one patient."),
    PATIENT_UNKNOWN("The pharmacy has no such patient."),
    QUANTITY_SERIALS_DIFFER("The quantity is not that of the packages with these serials."),
    SERIAL_REPEATED("One package stands twice in the delivery: scan each once."),
    STOCK_LOCATION_INACTIVE("The stock location is inactive: choose another or activate it."),
    STOCK_LOCATION_UNKNOWN("There is no such stock location."),
    STORAGE_MISMATCH("The storage class of the location is not the drug's: choose another location.");

    private final String message;

    ReceiptRule(String message) {
        this.message = message;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String message() {
        return message;
    }

    ReceiptProblem brokenAt(String pointer) {
        return brokenAt(pointer, null);
    }

    /** @param detail in place of the message, when there is more to say */
    ReceiptProblem brokenAt(String pointer, @Nullable String detail) {
        return new ReceiptProblem(pointer, code(), detail == null ? message : detail);
    }
}
