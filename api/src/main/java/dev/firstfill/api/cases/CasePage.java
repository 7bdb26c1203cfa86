package dev.firstfill.api.cases;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of cases. */
@Schema(description = "One page of cases.")
public record CasePage(
        List<CaseView> items,

        @Nullable @Schema(description = "Where the list goes on; absent on the last page.")
        String nextCursor) {}
