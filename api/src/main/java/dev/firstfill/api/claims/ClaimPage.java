package dev.firstfill.api.claims;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of claims. */
@Schema(description = "One page of claims.")
public record ClaimPage(
        List<ClaimView> items,

        @Nullable @Schema(description = "Where the list goes on; absent on the last page.")
        String nextCursor) {}
