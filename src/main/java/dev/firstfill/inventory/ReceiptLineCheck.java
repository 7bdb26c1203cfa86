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
            refuse("barcode", "barcode-unreadable", String.valueOf(unreadable.getMessage()));
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
        refuse(property, "barcode-contradicted", "The bar code says otherwise: check the package in hand.");
    }

    void isAmbiguous() {
        refuse("drug", "barcode-ambiguous", "The bar code may stand for several drugs: give the NDC as printed.");
    }

    /** Empty when something is wrong, which {@link #problems} names. */
    Optional<Arrival> arrival(@Nullable Drug drug, @Nullable StockLocation location, @Nullable PatientId patient) {
        var lotNumber = lotNumber();
        var expiresOn = expiresOn();
        checkOwner(patient);
        if (drug == null && problems.isEmpty()) {
            refuse("drug", "drug-unknown", "The pharmacy has no such drug: enter it first.");
        }
        if (location == null) {
            refuse("location", "stock-location-unknown", "There is no such stock location.");
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
            refuse("lotNumber", "lot-number-missing", "Neither the bar code nor the line gives the lot number.");
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
            refuse("expiresOn", "expiry-missing", "Neither the bar code nor the line gives the expiry date.");
        }
        if (either != null && either.isBefore(today)) {
            refuse("expiresOn", "expired-on-receipt", "It has expired: refuse it or send it back.");
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
            refuse("expiresOn", "expiry-no-date", "There is no such day.");
            return null;
        }
    }

    private void checkOwner(@Nullable PatientId patient) {
        if ((line.ownership() == Ownership.OWNED) != (line.owner() == null)) {
            refuse("owner", "owner-missing", "An owner is named unless the pharmacy owns the stock, and only then.");
        }
        if (line.patient() == null) {
            return;
        }
        if (line.ownership() != Ownership.CLIENT_OWNED) {
            refuse("patient", "patient-not-allowed", "Only client-owned stock is kept for one patient.");
        } else if (patient == null) {
            refuse("patient", "patient-unknown", "The pharmacy has no such patient.");
        }
    }

    private boolean takes(StockLocation location, Drug drug) {
        try {
            location.mustTake(drug.details().storage());
            return true;
        } catch (InventoryRefusals.LocationInactive | InventoryRefusals.StorageMismatch refused) {
            refuse("location", refused.code(), String.valueOf(refused.getMessage()));
            return false;
        }
    }

    /** Serial numbers are of whole packages. */
    private boolean isWhole(Drug drug) {
        boolean whole = serials().isEmpty() || quantity(drug).compareTo(packages(drug)) == 0;
        if (!whole) {
            refuse(
                    "quantity",
                    "quantity-serials-differ",
                    "The quantity is not that of the packages with these serials.");
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

    private void refuse(String property, String code, String message) {
        problems.add(new ReceiptProblem(pointer + "/" + property, code, message));
    }
}
