package dev.firstfill.api.drugs;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of drugs. */
@Schema(description = "One page of drugs.")
public record DrugPage(
        List<DrugView> items,

        @Nullable @Schema(description = "Where the list goes on; absent on the last page.")
        String nextCursor) {}
