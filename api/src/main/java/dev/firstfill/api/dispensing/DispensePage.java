package dev.firstfill.api.dispensing;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of dispenses. */
@Schema(description = "One page of dispenses.")
public record DispensePage(
        List<DispenseView> items,

        @Nullable @Schema(description = "Where the list goes on; absent on the last page.")
        String nextCursor) {}
