package dev.firstfill.tenancy.door;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record of the ledger for people to read.
 *
 * @param reference its place in the ledger and the beginning of its hash
 * @param entry what may be read by whoever reads the ledger
 * @param content what was sought, changed or disclosed; null when it was not asked for, or there is none
 * @param erased whether the key is gone of the person with whom the content was sealed
 */
public record LedgerItem(
        LedgerReference reference,
        Instant at,
        String actor,
        String act,
        String outcome,
        List<UUID> patients,
        JsonNode entry,
        @Nullable JsonNode content,
        boolean erased) {
    public LedgerItem {
        patients = List.copyOf(patients);
    }

    @Override
    public String toString() {
        return "LedgerItem[%s]".formatted(reference);
    }
}
