package dev.firstfill.inventory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a notice of a recall says, its drug apart. */
public record RecallNotice(
        List<String> lotNumbers,
        RecallClass recallClass,
        RecallDepth depth,
        String reference,
        @Nullable String reason) {
    public RecallNotice {
        lotNumbers = lotNumbers.stream()
                .map(LotNumbers::canonical)
                .distinct()
                .sorted()
                .toList();
    }
}
