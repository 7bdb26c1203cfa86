package dev.firstfill.tenancy.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One access, as the ledger keeps it.
 *
 * @param id names the record before it has its place in the chain; what it holds sealed is bound to it
 * @param at when the act ended, in microseconds as PostgreSQL keeps them
 * @param actor id of the person or program
 * @param act what was done to what kind of thing: {@code read patient}
 * @param outcome {@code done}, {@code refused}, {@code undone} or {@code failed}
 * @param persons whose data was seen or changed
 * @param entry all that may be read by whoever reads the ledger: a JSON object, kept to the letter
 * @param sealed what was sought, changed or disclosed
 */
public record AuditRecord(
        UUID id,
        Instant at,
        String actor,
        String act,
        String outcome,
        List<UUID> persons,
        String entry,
        byte @Nullable [] sealed) {

    /** More persons than any page shows; a record with more would be an export, and says so in its own way. */
    public static final int PERSONS_MAX = 1_000;

    public AuditRecord {
        persons = List.copyOf(persons);
        if (persons.size() > PERSONS_MAX) {
            throw new IllegalArgumentException("One act may touch at most %d persons.".formatted(PERSONS_MAX));
        }
    }
}
