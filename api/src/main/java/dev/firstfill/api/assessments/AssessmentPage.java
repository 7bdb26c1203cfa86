package dev.firstfill.api.assessments;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of assessments. */
@Schema(description = "One page of assessments. It may hold fewer than limit: patients who were erased are left out.")
public record AssessmentPage(
        List<AssessmentView> items,

        @Nullable @Schema(description = "Where the list goes on; absent on the last page.")
        String nextCursor) {}
