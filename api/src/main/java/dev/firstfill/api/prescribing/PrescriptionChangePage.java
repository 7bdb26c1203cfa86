package dev.firstfill.api.prescribing;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of what happened to a prescription. */
@Schema(description = "One page of what happened to a prescription.")
public record PrescriptionChangePage(
        List<PrescriptionChangeView> items,

        @Nullable @Schema(description = "Where the list goes on; absent on the last page.")
        String nextCursor) {}
