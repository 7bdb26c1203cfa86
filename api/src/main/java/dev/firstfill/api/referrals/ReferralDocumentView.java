package dev.firstfill.api.referrals;

import dev.firstfill.referrals.ReferralDocument;
import java.time.Instant;
import java.util.Base64;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was sent, byte for byte; in an envelope, so that no browser takes it for a page of ours. */
@Schema(name = "ReferralDocument", description = "What was sent, byte for byte.")
public record ReferralDocumentView(
        @Schema(examples = "application/fhir+json") String mediaType,

        Instant receivedAt,

        @Schema(description = "The document in Base64 (RFC 4648, section 4).")
        String document) {

    static ReferralDocumentView of(ReferralDocument document) {
        return new ReferralDocumentView(
                document.mediaType(), document.receivedAt(), Base64.getEncoder().encodeToString(document.bytes()));
    }

    @Override
    public String toString() {
        return "ReferralDocumentView[hidden]";
    }
}
