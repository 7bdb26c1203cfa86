package dev.firstfill.api.assessments;

import dev.firstfill.assessments.AnswerDistribution;
import dev.firstfill.assessments.ValueCount;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How often each value was answered. */
@Schema(name = "AnswerDistribution", description = "How often each value was answered; about nobody.")
public record AnswerDistributionView(
        @Schema(description = "How many assessments were counted; with several options chosen, values add up to more.")
        long assessments,

        @Schema(description = "Most frequent first, at most 200.")
        List<ValueCount> values) {

    static AnswerDistributionView of(AnswerDistribution distribution) {
        return new AnswerDistributionView(distribution.assessments(), distribution.values());
    }
}
