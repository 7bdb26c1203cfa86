package dev.firstfill.api.audit;

import dev.firstfill.tenancy.audit.VerificationResult;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a verification of the ledger found. */
@Schema(name = "AuditVerification", description = "Whether somebody has changed the ledger, and where.")
public record VerificationView(
        Instant at,
        boolean inOrder,

        @Schema(description = "How many records were checked.")
        long records,

        @Schema(description = "How many signed checkpoints they were held against.")
        int checkpoints,

        @Schema(
                description = "Number of the record up to which the ledger is signed for; what came after it rests on"
                        + " the chain alone until the next checkpoint.")
        long signedUpTo,

        List<FindingView> findings) {

    static VerificationView of(VerificationResult result, Instant at) {
        return new VerificationView(
                at,
                result.isInOrder(),
                result.records(),
                result.checkpoints(),
                result.signedUpTo(),
                result.findings().stream().map(FindingView::of).toList());
    }
}
