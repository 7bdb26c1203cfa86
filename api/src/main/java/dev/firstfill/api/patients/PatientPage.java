package dev.firstfill.api.patients;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of patients. */
@Schema(description = "One page of patients.")
public record PatientPage(
        List<PatientView> items,

        @Nullable @Schema(description = "Where the list goes on; absent on the last page.")
        String nextCursor) {}
