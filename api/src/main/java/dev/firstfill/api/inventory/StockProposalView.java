package dev.firstfill.api.inventory;

import dev.firstfill.inventory.LotShare;
import dev.firstfill.inventory.Proposal;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which lots to take from. */
@Schema(name = "StockProposal", description = "Which lots to take from, earliest expiry first; nothing is kept.")
public record StockProposalView(
        @Schema(description = "Whether the shares come to what is wanted.")
        boolean enough,

        @Schema(examples = "0", description = "How much is missing.")
        BigDecimal missing,

        List<Share> shares) {

    /** A part of a lot. */
    @Schema(name = "StockShare", description = "A part of a lot.")
    public record Share(
            @Schema(description = "The stock lot's id.") UUID lot,

            @Schema(examples = "2") BigDecimal quantity) {
        static Share of(LotShare share) {
            return new Share(share.lot().value(), share.quantity());
        }
    }

    static StockProposalView of(Proposal proposal) {
        var shares = proposal.shares().stream().map(Share::of).toList();
        return switch (proposal) {
            case Proposal.Enough enough -> new StockProposalView(true, BigDecimal.ZERO, shares);
            case Proposal.Short tooLittle -> new StockProposalView(false, tooLittle.missing(), shares);
        };
    }
}
