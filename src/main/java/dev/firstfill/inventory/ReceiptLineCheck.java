package dev.firstfill.inventory;

import dev.firstfill.drugs.Drug;
import dev.firstfill.identifiers.Ndc;
import dev.firstfill.patients.PatientId;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules of one line of a delivery. */
final class ReceiptLineCheck {
    private static final int MONTH_ALONE = "2028-11".length();

    private final String pointer;
    private final ReceiptLine line;
    private final LocalDate today;
    private final List<ReceiptProblem> problems = new ArrayList<>();
    private final @Nullable Gs1Label label;
    private final List<Ndc> packages;

    ReceiptLineCheck(String pointer, ReceiptLine line, LocalDate today) {
        this.pointer = pointer;
        this.line = line;
        this.today = today;
        this.label = label();
        this.packages = label == null ? List.of() : label.ndcs();
    }

    private @Nullable Gs1Label label() {
        if (line.barcode() == null) {
            return null;
        }
        try {
            var read = Gs1Label.read(line.barcode(), today);
            read.ndcs();
            return read;
        } catch (Gs1Label.Unreadable unreadable) {
            problems.add(ReceiptRule.BARCODE_UNREADABLE.brokenAt(pointer + "/barcode", unreadable.getMessage()));
            return null;
        }
    }

    /** Those the bar code may stand for; none when there is no readable one. */
    List<Ndc> packages() {
        return packages;
    }

    List<ReceiptProblem> problems() {
        return problems;
    }

    void contradicts(String property) {
        refuse(property, ReceiptRule.BARCODE_CONTRADICTED);
    }

    void isAmbiguous() {
        refuse("drug", ReceiptRule.BARCODE_AMBIGUOUS);
    }

    /** Empty when something is wrong, which {@link #problems} names. */
    Optional<Arrival> arrival(@Nullable Drug drug, @Nullable StockLocation location, @Nullable PatientId patient) {
        var lotNumber = lotNumber();
        var expiresOn = expiresOn();
        checkOwner(patient);
        if (drug == null && problems.isEmpty()) {
            refuse("drug", ReceiptRule.DRUG_UNKNOWN);
        }
        if (location == null) {
            refuse("location", ReceiptRule.STOCK_LOCATION_UNKNOWN);
        }
        if (drug == null || location == null || lotNumber == null || expiresOn == null || !problems.isEmpty()) {
            return Optional.empty();
        }
        if (!takes(location, drug) || !isWhole(drug)) {
            return Optional.empty();
        }
        var identity = new LotIdentity(
                drug.id(),
                LotNumbers.canonical(lotNumber),
                expiresOn,
                line.ownership(),
                line.owner(),
                patient,
                location.id(),
                false);
        return Optional.of(new Arrival(identity, quantity(drug), serials(), line.bin(), line.unitCost()));
    }

    private @Nullable String lotNumber() {
        var scanned = label == null ? null : label.lotNumber();
        var typed = line.lotNumber();
        if (scanned != null && typed != null && !LotNumbers.canonical(scanned).equals(LotNumbers.canonical(typed))) {
            contradicts("lotNumber");
        }
        var either = typed == null ? scanned : typed;
        if (either == null) {
            refuse("lotNumber", ReceiptRule.LOT_NUMBER_MISSING);
        }
        return either;
    }

    private @Nullable LocalDate expiresOn() {
        var scanned = label == null ? null : label.expiresOn();
        var typed = typedExpiry();
        if (scanned != null && typed != null && !scanned.equals(typed)) {
            contradicts("expiresOn");
        }
        var either = typed == null ? scanned : typed;
        if (either == null && line.expiresOn() == null) {
            refuse("expiresOn", ReceiptRule.EXPIRY_MISSING);
        }
        if (either != null && either.isBefore(today)) {
            refuse("expiresOn", ReceiptRule.EXPIRED_ON_RECEIPT);
        }
        return either;
    }

    private @Nullable LocalDate typedExpiry() {
        var typed = line.expiresOn();
        if (typed == null) {
            return null;
        }
        try {
            return typed.length() == MONTH_ALONE ? YearMonth.parse(typed).atEndOfMonth() : LocalDate.parse(typed);
        } catch (DateTimeException noSuchDay) {
            refuse("expiresOn", ReceiptRule.EXPIRY_NO_DATE);
            return null;
        }
    }

    private void checkOwner(@Nullable PatientId patient) {
        if ((line.ownership() == Ownership.OWNED) != (line.owner() == null)) {
            refuse("owner", ReceiptRule.OWNER_MISSING);
        }
        if (line.patient() == null) {
            return;
        }
        if (line.ownership() != Ownership.CLIENT_OWNED) {
            refuse("patient", ReceiptRule.PATIENT_NOT_ALLOWED);
        } else if (patient == null) {
            refuse("patient", ReceiptRule.PATIENT_UNKNOWN);
        }
    }

    private boolean takes(StockLocation location, Drug drug) {
        try {
            location.mustTake(drug.details().storage());
            return true;
        } catch (InventoryRefusals.LocationInactive inactive) {
            refuse("location", ReceiptRule.STOCK_LOCATION_INACTIVE);
        } catch (InventoryRefusals.StorageMismatch mismatch) {
            refuse("location", ReceiptRule.STORAGE_MISMATCH);
        }
        return false;
    }

    /** Serial numbers are of whole packages. */
    private boolean isWhole(Drug drug) {
        boolean whole = serials().isEmpty() || quantity(drug).compareTo(packages(drug)) == 0;
        if (!whole) {
            refuse("quantity", ReceiptRule.QUANTITY_SERIALS_DIFFER);
        }
        return whole;
    }

    private BigDecimal quantity(Drug drug) {
        var typed = line.quantity();
        return typed == null ? packages(drug) : typed;
    }

    private BigDecimal packages(Drug drug) {
        return drug.details()
                .packageSize()
                .quantity()
                .multiply(BigDecimal.valueOf(Math.max(1, serials().size())));
    }

    private List<String> serials() {
        var all = new ArrayList<>(line.serials());
        if (label != null && label.serial() != null) {
            all.add(label.serial());
        }
        return all;
    }

    private void refuse(String property, ReceiptRule rule) {
        problems.add(rule.brokenAt(pointer + "/" + property));
    }
}
