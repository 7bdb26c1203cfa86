package dev.firstfill.api.assessments;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of concerns. */
@Schema(
        name = "ClinicalConcernPage",
        description = "One page of concerns; those of patients who were erased without what was written.")
public record ConcernPage(
        List<ConcernView> items,

        @Nullable @Schema(description = "Where the list goes on; absent on the last page.")
        String nextCursor) {}
