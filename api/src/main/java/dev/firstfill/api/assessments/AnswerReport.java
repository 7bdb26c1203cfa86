package dev.firstfill.api.assessments;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of those who answered so. */
@Schema(description = "One page of those who answered so. It may hold fewer than limit: who was erased is left out.")
public record AnswerReport(
        List<ReportedAnswerView> items,

        @Nullable @Schema(description = "Where the report goes on; absent on the last page.")
        String nextCursor) {}
