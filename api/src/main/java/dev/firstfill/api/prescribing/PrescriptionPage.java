package dev.firstfill.api.prescribing;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of prescriptions. */
@Schema(description = "One page of prescriptions.")
public record PrescriptionPage(
        List<PrescriptionView> items,

        @Nullable @Schema(description = "Where the list goes on; absent on the last page.")
        String nextCursor) {}
