package dev.firstfill.api.inventory;

import dev.firstfill.api.security.ColleagueView;
import dev.firstfill.inventory.Recall;
import dev.firstfill.inventory.RecallClass;
import dev.firstfill.inventory.RecallDepth;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A recall as the front end reads one. */
@Schema(name = "Recall", description = "Lots of a drug that are called back.")
public record RecallView(
        UUID id,

        @Schema(description = "The drug's id.") UUID drug,

        List<String> lotNumbers,
        RecallClass recallClass,
        RecallDepth depth,

        @Schema(examples = "D-0412-2026", description = "The number of the notice.")
        String reference,

        @Nullable String reason,
        ColleagueView openedBy,
        Instant openedAt,
        @Nullable ColleagueView closedBy,

        @Nullable @Schema(description = "Absent as long as it is open.")
        Instant closedAt) {
    static RecallView of(Recall recall) {
        var closedBy = recall.closedBy();
        return new RecallView(
                recall.id().value(),
                recall.drug().value(),
                recall.lotNumbers(),
                recall.recallClass(),
                recall.depth(),
                recall.reference(),
                recall.reason(),
                ColleagueView.of(recall.openedBy()),
                recall.openedAt(),
                closedBy == null ? null : ColleagueView.of(closedBy),
                recall.closedAt());
    }
}
