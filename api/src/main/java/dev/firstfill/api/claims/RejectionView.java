package dev.firstfill.api.claims;

import dev.firstfill.claims.RejectCode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a payer says no, and what helps. */
@Schema(name = "Rejection", description = "Why the payer says no.")
public record RejectionView(
        @Schema(examples = "75", description = "NCPDP reject code, as the payer said it.")
        String code,

        @Nullable @Schema(description = "Absent when the code is none of the common ones.")
        String meaning,

        @Nullable @Schema(description = "What helps; absent as the meaning is.")
        String remedy) {
    static RejectionView of(RejectCode code) {
        return code.known()
                .map(known -> new RejectionView(code.code(), known.meaning(), known.remedy()))
                .orElseGet(() -> new RejectionView(code.code(), null, null));
    }
}
