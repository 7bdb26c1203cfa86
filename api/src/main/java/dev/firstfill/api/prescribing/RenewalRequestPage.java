package dev.firstfill.api.prescribing;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of requests for renewals. */
@Schema(description = "One page of requests for renewals.")
public record RenewalRequestPage(
        List<RenewalRequestView> items,

        @Nullable @Schema(description = "Where the list goes on; absent on the last page.")
        String nextCursor) {}
