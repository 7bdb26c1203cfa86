package dev.firstfill.api.audit;

import dev.firstfill.tenancy.audit.Finding;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that somebody did to the ledger behind the platform's back. */
@Schema(
        name = "AuditFinding",
        description = "Something in the ledger that the platform did not write, or that is gone.")
public record FindingView(
        @Schema(
                description = "altered, missing, put-in, doubled, rewritten, cut-off, checkpoint-forged or"
                        + " checkpoint-missing.")
        String kind,

        @Schema(description = "Number of the first record concerned.")
        long from,

        @Schema(description = "Number of the last record concerned.")
        long to,

        @Schema(description = "The same in words.") String description) {

    static FindingView of(Finding finding) {
        return new FindingView(
                finding.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                finding.from(),
                finding.to(),
                finding.toString());
    }
}
