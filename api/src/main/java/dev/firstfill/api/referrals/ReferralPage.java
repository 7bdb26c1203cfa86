package dev.firstfill.api.referrals;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of the pharmacy's referrals. */
@Schema(description = "One page of the pharmacy's referrals, without what was ordered.")
public record ReferralPage(
        List<ReferralView> items,

        @Nullable @Schema(description = "Where the next page begins; absent on the last page.")
        String nextCursor) {}
