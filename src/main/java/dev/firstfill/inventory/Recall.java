package dev.firstfill.inventory;

import dev.firstfill.drugs.DrugId;
import dev.firstfill.kernel.Colleague;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lots of a drug that are called back.
 *
 * @param reference the number of the notice, as the FDA or the manufacturer gave it
 * @param reason in words
 * @param closedAt null as long as it is open
 */
public record Recall(
        RecallId id,
        int version,
        DrugId drug,
        List<String> lotNumbers,
        RecallClass recallClass,
        RecallDepth depth,
        String reference,
        @Nullable String reason,
        Colleague openedBy,
        Instant openedAt,
        @Nullable Colleague closedBy,
        @Nullable Instant closedAt) {
    public Recall {
        lotNumbers = List.copyOf(lotNumbers);
    }

    public boolean isOpen() {
        return closedAt == null;
    }
}
