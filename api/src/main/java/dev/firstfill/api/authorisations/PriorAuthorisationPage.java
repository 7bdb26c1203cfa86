package dev.firstfill.api.authorisations;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of prior authorisations. */
@Schema(description = "One page of prior authorisations.")
public record PriorAuthorisationPage(
        List<PriorAuthorisationView> items,

        @Nullable @Schema(description = "Where the list goes on; absent on the last page.")
        String nextCursor) {}
