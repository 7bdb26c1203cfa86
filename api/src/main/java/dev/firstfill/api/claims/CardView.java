package dev.firstfill.api.claims;

import dev.firstfill.claims.ClaimRecord;
import dev.firstfill.identifiers.Bin;
import dev.firstfill.identifiers.MemberId;
import dev.firstfill.identifiers.Pcn;
import dev.firstfill.identifiers.RxGroup;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The card that a claim was billed to, as it was then. */
@Schema(name = "ClaimCard", description = "The coverage that was billed, as it was when the claim was submitted.")
public record CardView(
        String payer,
        MemberId memberId,
        @Nullable Bin bin,
        @Nullable Pcn pcn,
        @Nullable RxGroup group,
        @Nullable String personCode) {
    static CardView of(ClaimRecord record) {
        return new CardView(
                record.payer(), record.memberId(), record.bin(), record.pcn(), record.group(), record.personCode());
    }

    @Override
    public String toString() {
        return "CardView[hidden]";
    }
}
