package dev.firstfill.api.audit;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of a patient's access report. */
@Schema(description = "One page of a patient's access report.")
public record AccessPage(
        List<AccessView> items,

        @Nullable @Schema(description = "Where the list goes on; absent on the last page.")
        String nextCursor) {}
