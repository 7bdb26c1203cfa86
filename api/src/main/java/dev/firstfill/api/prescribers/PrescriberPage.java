package dev.firstfill.api.prescribers;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of prescribers. */
@Schema(description = "One page of prescribers.")
public record PrescriberPage(
        List<PrescriberView> items,

        @Nullable @Schema(description = "Where the list goes on; absent on the last page.")
        String nextCursor) {}
