package dev.firstfill.api.inventory;

import dev.firstfill.api.security.ColleagueView;
import dev.firstfill.inventory.AdjustmentProposal;
import dev.firstfill.inventory.AdjustmentReason;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A correction that waits to be confirmed. */
@Schema(name = "StockAdjustment", description = "A correction that waits for somebody else to confirm it.")
public record AdjustmentView(
        @Schema(examples = "-1", description = "Of what is on hand.")
        BigDecimal change,

        AdjustmentReason reasonCode,

        @Nullable String reason,
        ColleagueView proposedBy,
        Instant proposedAt) {
    static @Nullable AdjustmentView of(@Nullable AdjustmentProposal proposal, @Nullable String reason) {
        return proposal == null
                ? null
                : new AdjustmentView(
                        proposal.change(),
                        proposal.reasonCode(),
                        reason,
                        ColleagueView.of(proposal.by()),
                        proposal.at());
    }

    @Override
    public String toString() {
        return "AdjustmentView[hidden]";
    }
}
