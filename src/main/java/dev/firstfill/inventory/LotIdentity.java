package dev.firstfill.inventory;

import dev.firstfill.drugs.DrugId;
import dev.firstfill.patients.PatientId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What makes two units of stock the same: received again, they lie in the same row.
 *
 * @param expiresOn the last day on which it may be used
 * @param owner null for what the pharmacy bought
 * @param patient for whom a client keeps it, if for one alone
 * @param returned whether it came back from a dispense: such units lie apart until a pharmacist decides
 */
public record LotIdentity(
        DrugId drug,
        String lotNumber,
        LocalDate expiresOn,
        Ownership ownership,
        @Nullable String owner,
        @Nullable PatientId patient,
        StockLocationId location,
        boolean returned) {

    LotIdentity in(StockLocationId other) {
        return new LotIdentity(drug, lotNumber, expiresOn, ownership, owner, patient, other, returned);
    }

    LotIdentity returned(boolean cameBack) {
        return new LotIdentity(drug, lotNumber, expiresOn, ownership, owner, patient, location, cameBack);
    }
}
