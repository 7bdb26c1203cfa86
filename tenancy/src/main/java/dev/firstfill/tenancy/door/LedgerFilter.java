package dev.firstfill.tenancy.door;

import dev.firstfill.patients.PatientReference;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which records of the ledger are wanted; what is null does not matter.
 *
 * @param actor id of whoever did it
 * @param patient whose data was seen or changed
 * @param act {@code read patient}
 * @param outcome {@code done} or {@code refused}
 * @param from the first moment
 * @param to the moment after the last
 */
public record LedgerFilter(
        @Nullable String actor,
        @Nullable PatientReference patient,
        @Nullable String act,
        @Nullable String outcome,
        @Nullable Instant from,
        @Nullable Instant to) {

    static LedgerFilter of(PatientReference patient) {
        return new LedgerFilter(null, patient, null, null, null, null);
    }
}
