package dev.firstfill.tenancy.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the ledger as it lies there, whatever somebody may have made of it. */
record StoredRecord(
        long seq,
        byte @Nullable [] hash,
        @Nullable UUID id,
        @Nullable Instant at,
        @Nullable String actor,
        @Nullable String act,
        @Nullable String outcome,
        @Nullable UUID person,
        @Nullable List<@Nullable UUID> persons,
        @Nullable String entry,
        byte @Nullable [] sealed) {

    /** Null when nothing of ours can have written this row. */
    @SuppressWarnings("NullAway")
    byte @Nullable [] leaf() {
        try {
            return isInOurForm()
                    ? Chain.leaf(new AuditRecord(id, at, actor, act, outcome, allPersons(), entry, sealed))
                    : null;
        } catch (RuntimeException notOurs) {
            return null;
        }
    }

    /** One person stands in a column of its own, several in the other: never the one in the other's place. */
    private boolean isInOurForm() {
        return hash != null && (persons == null || person == null && persons.size() > 1);
    }

    private List<@Nullable UUID> allPersons() {
        if (persons != null) {
            return persons;
        }
        var one = new ArrayList<@Nullable UUID>();
        if (person != null) {
            one.add(person);
        }
        return one;
    }

    /** About what the server sent for it, for figures. */
    int bytes() {
        return 120
                + length(actor)
                + length(act)
                + length(entry)
                + (persons == null ? 0 : 20 * persons.size())
                + (sealed == null ? 0 : sealed.length);
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }
}
